/** Above a page that readers do not have: 预览 · 未刊发 · 12月1日 14:03 失效 */
export function PreviewBanner({ words }: { words: readonly string[] }) {
	return (
		<aside className="preview-banner" aria-label="预览">
			{words.join(' · ')}
		</aside>
	);
}
