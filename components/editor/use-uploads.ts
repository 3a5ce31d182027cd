'use client';
import type { Editor } from '@tiptap/react';
import { useRef, useState } from 'react';
import { runOfMedia } from './gallery';
import { newRequestId } from './request-id';
import { uploadPicture } from './upload-picture';
import { closeSlot, fillSlot, openSlot, relabelSlot } from './upload-slots';

/** A picture on its way into the text, or one that did not get there. */
export interface Upload {
	id: string;
	file: File;
	/** From 0 to 1. */
	progress: number;
	failure?: { message: string; again: boolean };
	batch: Batch;
}

/** Pictures that were given together. */
interface Batch {
	as: 'pictures' | 'gallery';
	/** How many are under way. */
	open: number;
	/** Those that have come. */
	media: string[];
}

export interface Uploads {
	list: Upload[];
	/** Uploads pictures into the text at `position`, else where the cursor is; as one gallery where that is asked for. */
	add: (files: readonly File[], position?: number, as?: Batch['as']) => void;
	retry: (id: string) => void;
	dismiss: (id: string) => void;
	/** How many pictures that came together stand side by side and could be a gallery; 0 where there is nothing to offer. */
	offered: number;
	/** Makes a gallery of them. */
	gather: () => void;
	/** Leaves them as they are. */
	decline: () => void;
}

const atOnce = 2;

/** Brings pictures into the text: a slot each while they are under way, two at once. */
export function useUploads(editor: Editor): Uploads {
	const [list, setList] = useState<Upload[]>([]);
	const [offer, setOffer] = useState<{ media: string[]; count: number }>();
	const running = useRef(0);
	const waiting = useRef<Upload[]>([]);

	const patch = (id: string, change: Partial<Upload>) =>
		setList((uploads) => uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
	const remove = (id: string) => setList((uploads) => uploads.filter((upload) => upload.id !== id));

	async function run(upload: Upload) {
		const outcome = await uploadPicture(upload.file, (progress) => patch(upload.id, { progress }));
		if (editor.isDestroyed) return;
		if (outcome.ok) {
			const { id: media, ...words } = outcome.picture;
			fillSlot(editor.view, upload.id, { media, ...words });
			upload.batch.media.push(media);
			remove(upload.id);
		} else {
			relabelSlot(editor.view, upload.id, `没有传上去：${upload.file.name}`);
			patch(upload.id, { failure: outcome });
		}
		upload.batch.open--;
		if (upload.batch.open === 0) complete(upload.batch);
	}

	/** All that were given together have come, or failed. */
	function complete({ as, media }: Batch) {
		const { count } = runOfMedia(editor.state.doc, media);
		if (count < 2) return;
		if (as === 'gallery') editor.commands.gatherMedia(media);
		else setOffer({ media, count });
	}

	function pump() {
		while (running.current < atOnce) {
			const next = waiting.current.shift();
			if (!next) return;
			running.current++;
			void run(next).finally(() => {
				running.current--;
				pump();
			});
		}
	}

	function enqueue(uploads: Upload[]) {
		for (const { batch } of uploads) batch.open++;
		waiting.current.push(...uploads);
		pump();
	}

	return {
		list,
		add(files, position = editor.state.selection.from, as = 'pictures') {
			const batch: Batch = { as, open: 0, media: [] };
			const uploads = files.map((file) => ({ id: newRequestId(), file, progress: 0, batch }));
			setOffer(undefined);
			for (const { id, file } of uploads) openSlot(editor.view, id, position, `正在上传 ${file.name}`);
			setList((before) => [...before, ...uploads]);
			enqueue(uploads);
		},
		retry(id) {
			const upload = list.find((one) => one.id === id);
			if (!upload) return;
			relabelSlot(editor.view, id, `正在上传 ${upload.file.name}`);
			patch(id, { progress: 0, failure: undefined });
			enqueue([upload]);
		},
		dismiss(id) {
			closeSlot(editor.view, id);
			remove(id);
		},
		offered: offer?.count ?? 0,
		gather() {
			if (offer) editor.chain().focus().gatherMedia(offer.media).run();
			setOffer(undefined);
		},
		decline: () => setOffer(undefined),
	};
}
