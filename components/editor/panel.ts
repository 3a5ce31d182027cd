import type { Editor } from '@tiptap/react';
import type { ComponentType } from 'react';
import type { EditedArticle } from './article-editor';
import type { Choices } from './choices';
import type { Head } from './head';
import type { Writing } from './use-writing';

/** What a panel of the editor works with. */
export interface PanelProps {
	editor: Editor;
	/** As it was last saved or read. */
	article: EditedArticle;
	/** The head as it is on the screen. */
	head: Head;
	choices: Choices;
	user: { id: string; name: string };
	/** What is being written, with its queue; null where the article is only read. */
	writing: Writing | null;
	/** Back to the text: the focus goes there, and a panel that lies over the text closes. */
	toText: () => void;
}

/** A panel at the right of the text. */
export interface Panel {
	/** Its name in code; remembered on the machine. */
	name: string;
	title: string;
	/** Opens it, goes into it, and closes it from inside. */
	keys: string;
	/** Where it exists; in both where nothing is said. */
	only?: 'writing' | 'reading';
	/** What it shows. It is on the screen only while it is open. */
	Body: ComponentType<PanelProps>;
	/** A figure beside its title, such as how many hits are open; there whatever panel is open. */
	Count?: ComponentType<PanelProps>;
}
