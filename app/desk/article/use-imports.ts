'use client';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { type ImportOutcome, importFile } from '@/components/desk/import-file';
import { newRequestId } from '@/components/editor/request-id';
import { importLimits } from '@/lib/import/limits';

/** A file on its way to a draft. */
export interface ImportItem {
	id: string;
	file: File;
	/** How much of it is on the server, from 0 to 1; undefined while it waits. */
	progress?: number;
	outcome?: ImportOutcome;
}

export interface Imports {
	list: ImportItem[];
	/** How many files were above what is taken at once. */
	above: number;
	isBusy: boolean;
	add: (files: readonly File[]) => void;
	retry: (id: string) => void;
	/** Forgets what is done. */
	clear: () => void;
}

/** Imports files one after the other; the list of stories is read anew after each. */
export function useImports(): Imports {
	const router = useRouter();
	const [list, setList] = useState<ImportItem[]>([]);
	const [above, setAbove] = useState(0);
	const waiting = useRef<ImportItem[]>([]);
	const isRunning = useRef(false);

	const patch = (id: string, change: Partial<ImportItem>) =>
		setList((items) => items.map((item) => (item.id === id ? { ...item, ...change } : item)));

	async function pump() {
		if (isRunning.current) return;
		isRunning.current = true;
		for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
			const { id, file } = next;
			patch(id, { progress: 0 });
			const outcome = await importFile(file, { requestId: id, onProgress: (progress) => patch(id, { progress }) });
			patch(id, { outcome });
			if (outcome.ok) router.refresh();
		}
		isRunning.current = false;
	}

	return {
		list,
		above,
		isBusy: list.some((item) => !item.outcome),
		add(files) {
			const items = files.slice(0, importLimits.files).map((file) => ({ id: newRequestId(), file }));
			setAbove(files.length - items.length);
			setList((before) => [...before, ...items]);
			waiting.current.push(...items);
			void pump();
		},
		retry(id) {
			const item = list.find((one) => one.id === id);
			if (!item) return;
			patch(id, { progress: undefined, outcome: undefined });
			waiting.current.push(item);
			void pump();
		},
		clear() {
			setList((items) => items.filter((item) => !item.outcome));
			setAbove(0);
		},
	};
}
