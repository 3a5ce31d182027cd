import { encode } from 'uqr';

/** 二维码 (ISO/IEC 18004) of an address, as a drawing of one path; dark on light whatever the colours around. */
export function QrCode({ address, label }: { address: string; label: string }) {
	const { data, size } = encode(address, { ecc: 'M', border: 4 });
	return (
		<svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
			<path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
			<path fill="#000" d={data.map(rowPath).join('')} />
		</svg>
	);
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
