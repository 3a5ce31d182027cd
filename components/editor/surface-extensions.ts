import type { Extensions } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import { BlockKeys } from './block-keys';
import { CheckMarks } from './check-marks';
import { CommentMarks } from './comment-marks';
import { drawnNodes } from './drawn-nodes';
import { bodyExtensions } from './extensions';
import { FindMarks } from './find-marks';
import { FocusMarks } from './focus-marks';
import { Markdown } from './markdown';
import { Slash } from './slash';
import { SuggestionMode } from './suggestion-mode';
import { SuggestionSigns } from './suggestion-signs';
import { UploadSlots } from './upload-slots';

/** What aids of the surface may need to know. */
export interface SurfaceOptions {
	user: { id: string; name: string };
	articleId: string;
	/** The text is only read: aids to writing stay away. */
	isReading: boolean;
	/** Whoever writes may only suggest. */
	isForced?: boolean;
}

/** What the writing surface runs: the body's schema, drawn, and aids that are no part of the document. */
export function surfaceExtensions(options: SurfaceOptions): Extensions {
	return [
		...bodyExtensions.map((extension) => drawnNodes.find(({ name }) => name === extension.name) ?? extension),
		FindMarks,
		CheckMarks,
		SuggestionSigns,
		CommentMarks,
		...(options.isReading ? [] : writingAids(options)),
	];
}

/** Aids that only a writer has. */
function writingAids({ user, isForced = false }: SurfaceOptions): Extensions {
	return [
		SuggestionMode.configure({ userId: user.id, isForced }),
		BlockKeys,
		FocusMarks,
		Markdown,
		Slash,
		UploadSlots,
		Placeholder.configure({ placeholder: '从这里写起。按 / 插入小标题、图片、表格……，图片也可以拖进来或粘贴。' }),
	];
}
