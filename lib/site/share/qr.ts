import { encode } from 'uqr';

/** A 二维码 as a drawing: `size` modules on a side, the white edge of four that readers need among them. */
export interface QrDrawing {
	size: number;
	/** SVG path data of the dark modules. */
	path: string;
}

/** 二维码 (ISO/IEC 18004) of an address; it may lose 15 % of its modules and is read all the same. */
export function drawQr(address: string): QrDrawing {
	const { data, size } = encode(address, { ecc: 'M', border: 4 });
	return { size, path: data.map(rowPath).join('') };
}

/** The dark runs of a row, each as a bar one module high. */
function rowPath(row: readonly boolean[], y: number): string {
	let path = '';
	for (let x = 0; x < row.length; x++) {
		if (!row[x]) continue;
		let end = x;
		while (row[end]) end++;
		path += `M${x} ${y}h${end - x}v1h${x - end}z`;
		x = end;
	}
	return path;
}

/** The code as a picture that stands alone, for print and posters of one's own. */
export function qrSvg(address: string): string {
	const { size, path } = drawQr(address);
	const edges = `viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges"`;
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" ${edges}>` +
		`<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>\n`
	);
}
