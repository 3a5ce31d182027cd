'use client';
import type { Editor } from '@tiptap/react';
import { useRef, useState } from 'react';
import { runOfMedia } from './gallery';
import type { IncomingPicture } from './paste';
import { rehostPicture } from './rehost-picture';
import { newRequestId } from './request-id';
import { type UploadOutcome, uploadPicture } from './upload-picture';
import { closeSlot, fillSlot, hasSlot, openSlot, relabelSlot } from './upload-slots';

/** A picture on its way into the text, or one that did not get there. */
export interface Upload {
	id: string;
	name: string;
	/** Brings it to the server's stock; told how far it has come, from 0 to 1. Never throws. */
	send: (onProgress: (part: number) => void) => Promise<UploadOutcome>;
	/** Words that came with it; the file's own stand in where there are none. */
	words: { caption: string; credit: string; alt: string };
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
	/** Brings the pictures of a paste into their slots. */
	receive: (pictures: readonly IncomingPicture[]) => void;
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
const noWords = { caption: '', credit: '', alt: '' };

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
		const outcome = await upload.send((progress) => patch(upload.id, { progress }));
		if (editor.isDestroyed) return;
		if (outcome.ok) {
			const { id: media, caption, credit, alt } = outcome.picture;
			const { words } = upload;
			const own = { caption: words.caption || caption, credit: words.credit || credit, alt: words.alt || alt };
			fillSlot(editor.view, upload.id, { media, ...own });
			upload.batch.media.push(media);
			remove(upload.id);
		} else {
			relabelSlot(editor.view, upload.id, `没有带过来：${upload.name}`);
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

	function enqueue(uploads: readonly Upload[]) {
		for (const { batch } of uploads) batch.open++;
		waiting.current.push(...uploads);
		pump();
	}

	/** Lists them with a slot each, those at one place in this order, and sets out. */
	function begin(uploads: readonly Upload[], position: number) {
		setOffer(undefined);
		for (const { id, name, failure } of uploads) {
			const label = failure ? `没有带过来：${name}` : `正在上传 ${name}`;
			if (hasSlot(editor.state, id)) relabelSlot(editor.view, id, label);
			else openSlot(editor.view, id, position, label);
		}
		setList((before) => [...before, ...uploads]);
		enqueue(uploads.filter((upload) => !upload.failure));
	}

	return {
		list,
		add(files, position = editor.state.selection.from, as = 'pictures') {
			const batch: Batch = { as, open: 0, media: [] };
			begin(
				files.map((file) => uploadOfFile(file, batch)),
				position,
			);
		},
		receive(pictures) {
			const batch: Batch = { as: 'pictures', open: 0, media: [] };
			begin(
				pictures.map((picture) => uploadOfIncoming(picture, batch)),
				editor.state.selection.from,
			);
		},
		retry(id) {
			const upload = list.find((one) => one.id === id);
			if (!upload) return;
			relabelSlot(editor.view, id, `正在上传 ${upload.name}`);
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

function uploadOfFile(file: File, batch: Batch): Upload {
	const send: Upload['send'] = (tell) => uploadPicture(file, tell);
	return { id: newRequestId(), name: file.name, words: noWords, progress: 0, send, batch };
}

function uploadOfIncoming({ id, name, words, origin }: IncomingPicture, batch: Batch): Upload {
	const problem = 'problem' in origin ? { ok: false as const, message: origin.problem, again: false } : undefined;
	const send: Upload['send'] = async (tell) => {
		if ('file' in origin) return uploadPicture(origin.file, tell);
		tell(1);
		return 'url' in origin ? rehostPicture(origin.url) : { ok: false, message: origin.problem, again: false };
	};
	return { id, name, words, progress: 0, send, batch, ...(problem && { failure: problem }) };
}
