import type { Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { BulletList, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Dropcursor, Gapcursor, TrailingNode, UndoRedo } from '@tiptap/extensions';
import { Embed } from './embed';
import { FactBox, FactTitle } from './fact-box';
import { Gallery } from './gallery';
import { Link } from './link';
import { Divider, Figure, ListItem, TextBlocks } from './nodes';
import { SuggestionMarks } from './suggestion-marks';
import { TableParts } from './table';

/**
 * The schema of the writing surface: the nodes and marks of lib/article/body.ts and no other. A test
 * holds the two together.
 */
export const bodyExtensions: Extensions = [
	// Tiptap's starter kit would bring what we leave out, its links and their parser among it, to every browser.
	Bold,
	BulletList,
	Document,
	Dropcursor,
	Gapcursor,
	HardBreak,
	OrderedList,
	Paragraph,
	Text,
	TrailingNode,
	UndoRedo,
	...TextBlocks,
	Figure,
	Gallery,
	FactBox,
	FactTitle,
	Embed,
	ListItem,
	...TableParts,
	Divider,
	Link,
	...SuggestionMarks,
];
