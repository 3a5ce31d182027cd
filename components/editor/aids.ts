import type { ComponentType } from 'react';
import { BlockHandle } from './block-handle';
import { CheckAid } from './check-aid';
import { FindBar } from './find-bar';
import { FocusMode } from './focus-mode';
import { LengthAid } from './length-aid';
import type { PanelProps } from './panel';
import { RemarkAid } from './remark-aid';
import { ReviewSheetKey } from './review-sheet-key';
import { SelectionBar } from './selection-bar';
import { SlashList } from './slash-list';

/** What works on the text whatever panel is open: a bar over a selection, a search, checks that run while one writes. */
export interface Aid {
	name: string;
	/** Where it exists; in both where nothing is said. */
	only?: 'writing' | 'reading';
	Body: ComponentType<PanelProps>;
}

/** A new one is one entry here. */
export const aids: readonly Aid[] = [
	{ name: 'slash', only: 'writing', Body: SlashList },
	{ name: 'selection', only: 'writing', Body: SelectionBar },
	{ name: 'remarks', Body: RemarkAid },
	{ name: 'find', Body: FindBar },
	{ name: 'focus', only: 'writing', Body: FocusMode },
	{ name: 'block', only: 'writing', Body: BlockHandle },
	{ name: 'check', Body: CheckAid },
	{ name: 'review-sheet', Body: ReviewSheetKey },
	{ name: 'length', Body: LengthAid },
];
