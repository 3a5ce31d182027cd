import { say } from './say';

/** 分享, 打印: what the browser can do beside the links that stand there. */
export function startSharing(root: Document): void {
	const address = root.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
	const title = root.title;
	on(root, 'print', () => print());
	on(root, 'copy', async () => {
		try {
			await navigator.clipboard.writeText(address);
			say('链接已复制。');
		} catch {
			say('这个浏览器不让复制，请从地址栏复制。');
		}
	});
	for (const button of root.querySelectorAll<HTMLElement>('[data-act=share]')) button.hidden = !navigator.share;
	on(root, 'share', () => navigator.share({ title, url: address }).catch(() => {}));
}

function on(root: Document, act: string, run: () => void): void {
	for (const button of root.querySelectorAll(`[data-act=${act}]`)) button.addEventListener('click', run);
}
