'use client';
import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { importTypes } from '@/lib/import/limits';
import styles from './import-desk.module.css';
import { ImportDialog } from './import-dialog';
import { useImports } from './use-imports';

/** The way in for finished documents: a button, and the whole list as a place to drop them. */
export function ImportDesk() {
	const imports = useImports();
	const input = useRef<HTMLInputElement>(null);
	const [isOpen, setOpen] = useState(false);
	const take = (files: readonly File[]) => {
		if (files.length === 0) return;
		imports.add(files);
		setOpen(true);
	};
	const isOver = useFileDrop(take);
	const isDone = imports.list.length > 0 && !imports.isBusy;
	// Closed while files were on their way: what became of them is shown when all are there.
	useEffect(() => {
		if (isDone) setOpen(true);
	}, [isDone]);
	useShortcut('i', '导入文件', () => input.current?.click());
	return (
		<>
			<Button shortcut="i" onClick={() => input.current?.click()}>
				导入…
			</Button>
			<input
				ref={input}
				type="file"
				hidden
				multiple
				aria-label="选择要导入的文件"
				accept={importTypes}
				onChange={(event) => {
					take([...(event.target.files ?? [])]);
					event.target.value = '';
				}}
			/>
			{isOver && (
				<div className={styles.over} aria-hidden="true">
					<p>松手导入：每个文件一篇草稿</p>
				</div>
			)}
			<ImportDialog
				imports={imports}
				open={isOpen}
				onOpenChange={(open) => {
					setOpen(open);
					if (!open && !imports.isBusy) imports.clear();
				}}
			/>
		</>
	);
}

/** Takes files dropped anywhere on the screen: none may replace the page. Answers whether some are being dragged over it. */
function useFileDrop(take: (files: readonly File[]) => void): boolean {
	const [isOver, setOver] = useState(false);
	const latest = useRef(take);
	useEffect(() => {
		latest.current = take;
	});
	useEffect(() => {
		const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
		const onDragOver = (event: DragEvent) => {
			if (!hasFiles(event)) return;
			event.preventDefault();
			setOver(true);
		};
		const onDragLeave = (event: DragEvent) => {
			// Of the window, not of an element in it.
			if (event.relatedTarget === null) setOver(false);
		};
		const onDrop = (event: DragEvent) => {
			if (!hasFiles(event)) return;
			event.preventDefault();
			setOver(false);
			latest.current([...(event.dataTransfer?.files ?? [])]);
		};
		const listeners = { dragover: onDragOver, dragleave: onDragLeave, drop: onDrop };
		for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener);
		return () => {
			for (const [name, listener] of Object.entries(listeners))
				window.removeEventListener(name, listener as EventListener);
		};
	}, []);
	return isOver;
}
