import type { Extensions } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
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
	StarterKit.configure({
		blockquote: false,
		code: false,
		codeBlock: false,
		heading: false,
		horizontalRule: false,
		italic: false,
		link: false,
		listItem: false,
		listKeymap: false,
		strike: false,
		underline: false,
	}),
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
