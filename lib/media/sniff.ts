import type { PictureMime } from './media';

/** What a file's first bytes say it is: a picture that can be taken, or why not, in a sentence for the user. */
export type Sniffed = { mime: PictureMime } | { refusal: string };

const onlyThese = '只收 JPEG、PNG、WebP、AVIF 图片';

/** Judges by bytes alone: neither the name nor the browser's word for the type counts. */
export function sniffPicture(bytes: Uint8Array): Sniffed {
	const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
	if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return { mime: 'image/jpeg' };
	if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return { mime: 'image/png' };
	if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return { mime: 'image/webp' };
	if (ascii(4, 8) === 'ftyp') return sniffHeif(bytes, ascii);
	if (ascii(0, 4) === 'GIF8') return { refusal: `${onlyThese}；GIF 动图请先另存为 PNG。` };
	if (ascii(0, 4) === 'II*\0' || ascii(0, 4) === 'MM\0*') return { refusal: `${onlyThese}；TIFF 请先另存为 JPEG。` };
	if (/^\s*(?:<\?xml|<svg|<!doctype svg)/i.test(ascii(0, 200))) {
		return { refusal: `${onlyThese}；SVG 可能带脚本，请先导出为 PNG。` };
	}
	return { refusal: `这不是图片文件，或者已经损坏。${onlyThese}。` };
}

/** AVIF and HEIC share a container; its brands, the major one first, tell them apart. */
function sniffHeif(bytes: Uint8Array, ascii: (from: number, to: number) => string): Sniffed {
	const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
	const brands = (ascii(8, Math.min(size, 64)).match(/[\s\S]{4}/g) ?? []).filter((_, index) => index !== 1);
	if (brands.includes('avif') || brands.includes('avis')) return { mime: 'image/avif' };
	if (brands.some((brand) => /^(?:he[iv][cxms]|mif1|msf1)$/.test(brand))) {
		return { refusal: `${onlyThese}；HEIC 照片请先另存为 JPEG（iPhone：设置 → 相机 → 格式 → 兼容性最佳）。` };
	}
	return { refusal: `这不是图片文件，或者已经损坏。${onlyThese}。` };
}
