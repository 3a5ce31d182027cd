/** Where a picture of foreign text is to be had. */
export type PictureSource =
	/** Its bytes came along. */
	| { kind: 'data'; mime: string; base64: string }
	/** On the network: the server may get it. */
	| { kind: 'web'; url: string }
	/** On the writer's disk, in a file that no page may read. */
	| { kind: 'disk' }
	/** Nowhere that anyone can get it; `message` says what the writer can do. */
	| { kind: 'none'; message: string };

const again = '再拖到这里';

/** What is said of a picture on the disk whose bytes did not come along. */
export const onDisk = `这张图在您电脑的文件里，浏览器读不到。请在原文件里把图另存下来，${again}。`;

export function pictureSource(source: string): PictureSource {
	const [, mime, base64] = /^data:(image\/[a-z0-9.+-]+);base64,(.+)$/is.exec(source) ?? [];
	if (mime && base64 && !/svg/i.test(mime)) return { kind: 'data', mime: mime.toLowerCase(), base64 };
	if (/^https?:\/\//i.test(source) && URL.canParse(source)) return { kind: 'web', url: source };
	if (/^file:/i.test(source) || /^[a-z]:\\|^\\\\/i.test(source)) return { kind: 'disk' };
	if (/^data:/i.test(source))
		return { kind: 'none', message: `这张图是矢量图或格式不明，不能刊用。请导出为 PNG，${again}。` };
	if (/^blob:/i.test(source))
		return { kind: 'none', message: `这张图只在原来的网页里。请在那里把图另存下来，${again}。` };
	if (/^cid:/i.test(source)) return { kind: 'none', message: `这张图是邮件里的附件。请把附件存下来，${again}。` };
	return { kind: 'none', message: `这张图没有完整的网址，取不到。请另存下来，${again}。` };
}

/** What to call a picture in a list: its file's name, else its number. */
export function pictureName(source: string, number: number): string {
	const path = /^(?:https?|file):/i.test(source) && URL.canParse(source) ? new URL(source).pathname : '';
	const name = decode(path.split('/').at(-1) ?? '');
	return /\.\w{3,4}$/.test(name) && name.length <= 60 ? name : `第 ${number} 张图片`;
}

function decode(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
