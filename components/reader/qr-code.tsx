import { drawQr } from '@/lib/site/share/qr';

/** 二维码 of an address, as a drawing of one path; dark on light whatever the colours around. */
export function QrCode({ address, label }: { address: string; label: string }) {
	const { size, path } = drawQr(address);
	return (
		<svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
			<path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
			<path fill="#000" d={path} />
		</svg>
	);
}
