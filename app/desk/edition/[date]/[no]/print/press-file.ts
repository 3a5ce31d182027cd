import type { PressInput } from '@/lib/press/schema';

interface SavedFile {
	name: string;
	blob: Blob;
}

/** The file, or why there is none. */
export async function fetchPressFile(input: PressInput): Promise<SavedFile | string> {
	try {
		const response = await fetch(`${location.pathname}/file`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(input),
		});
		if (!response.ok) return ((await response.json()) as { message: string }).message;
		const [, name = ''] = /filename\*=UTF-8''(\S+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
		return { name: decodeURIComponent(name), blob: await response.blob() };
	} catch {
		return '没有连上服务器，PDF 没有导出。选好的选项还在，请稍后再试。';
	}
}

export function saveAs({ name, blob }: SavedFile): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	// Some browsers read it only after the click.
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
