'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';

interface SheetActsProps {
	id: string;
	/** The file's name. */
	name: string;
}

/** Prints by the browser; asks the server for a PDF. */
export function SheetActs({ id, name }: SheetActsProps) {
	const router = useRouter();
	const { show } = useToast();
	const [isMaking, setMaking] = useState(false);
	const download = async () => {
		if (isMaking) return;
		setMaking(true);
		const outcome = await fetchPdf(id);
		setMaking(false);
		if (typeof outcome === 'string') show({ message: outcome, tone: 'error' });
		else save(outcome, name);
	};
	useShortcut('p', '打印', () => window.print());
	useShortcut('d', '下载 PDF', download);
	useShortcut('Escape', '回到稿件', () => {
		if (window.opener) window.close();
		else router.push(`/desk/article/${id}`);
	});
	return (
		<>
			<Button shortcut="d" pending={isMaking && '正在生成 PDF…'} onClick={download}>
				下载 PDF
			</Button>
			<Button variant="primary" shortcut="p" onClick={() => window.print()}>
				打印
			</Button>
		</>
	);
}

/** The PDF, or why there is none. */
async function fetchPdf(id: string): Promise<Blob | string> {
	try {
		const response = await fetch(`/desk/article/${id}/sheet.pdf`);
		if (response.ok) return await response.blob();
		const { message } = (await response.json()) as { message: string };
		return message;
	} catch {
		return '没有连上服务器，PDF 没有生成。请稍后再试，或直接打印。';
	}
}

function save(blob: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	// Some browsers read it only after the click.
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
