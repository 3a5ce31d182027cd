import { Node } from '@tiptap/core';
import type { Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, Plugin, type Transaction } from '@tiptap/pm/state';
import { bodyLimits } from '@/lib/article/body';

const { min, max } = bodyLimits.galleryPictures;

declare module '@tiptap/core' {
	interface Commands<ReturnType> {
		gallery: {
			/** Draws pictures that follow each other together as a gallery: those of the run around `position`. */
			gatherGallery: (position: number) => ReturnType;
			/** The same with the longest run of pictures that show these media. */
			gatherMedia: (media: readonly string[]) => ReturnType;
			/** Makes single pictures of the gallery's at `position`. */
			dissolveGallery: (position: number) => ReturnType;
			/** Moves the picture at `position` by one inside its gallery. */
			moveInGallery: (position: number, by: -1 | 1) => ReturnType;
		};
	}
}

/**
 * 组图: pictures that belong together, with a caption common to all. While it is edited it may fall under two pictures;
 * what is left of it then stands alone.
 */
export const Gallery = Node.create({
	name: 'gallery',
	group: 'block',
	// A schema cannot ask for pictures that it cannot make up itself.
	content: `figure{0,${max}}`,
	draggable: true,
	isolating: true,
	addAttributes() {
		return {
			caption: {
				default: '',
				parseHTML: (element) => element.getAttribute('data-caption') ?? '',
				renderHTML: (attributes) => ({ 'data-caption': attributes.caption }),
				validate: 'string',
			},
		};
	},
	parseHTML: () => [{ tag: 'div[data-block="gallery"]' }],
	renderHTML: ({ HTMLAttributes }) => ['div', { 'data-block': 'gallery', ...HTMLAttributes }, 0],
	addCommands() {
		const command =
			<Arguments extends unknown[]>(change: (tr: Transaction, ...given: Arguments) => boolean) =>
			(...given: Arguments) =>
			({ tr }: { tr: Transaction }) =>
				change(tr, ...given);
		return {
			gatherGallery: command(gather),
			gatherMedia: command(gatherMedia),
			dissolveGallery: command(dissolve),
			moveInGallery: command(moveInGallery),
		};
	},
	addKeyboardShortcuts() {
		const move = (by: -1 | 1) => () => {
			const position = selectedPicture(this.editor.state);
			if (position === undefined) return false;
			this.editor.commands.moveInGallery(position, by);
			// Not to the browser even at the edge, where it would leave the page.
			return true;
		};
		return { 'Alt-ArrowLeft': move(-1), 'Alt-ArrowRight': move(1) };
	},
	addProseMirrorPlugins: () => [
		new Plugin({
			appendTransaction: (transactions, _before, { doc, tr }) =>
				transactions.some((transaction) => transaction.docChanged) ? dissolveSmall(doc, tr) : null,
		}),
	],
});

/** Where the selected picture of a gallery stands. */
function selectedPicture({ selection }: EditorState): number | undefined {
	const isPicture = selection instanceof NodeSelection && selection.node.type.name === 'figure';
	return isPicture && isInGallery(selection.$from) ? selection.from : undefined;
}

export function isInGallery($position: ResolvedPos): boolean {
	return $position.parent.type.name === 'gallery';
}

/** Single pictures that follow each other: their place and how many there are. */
interface PictureRun {
	from: number;
	to: number;
	count: number;
}

/** The run around the picture at `position`. */
export function pictureRun(doc: ProseMirrorNode, position: number): PictureRun {
	const $position = doc.resolve(position);
	const { parent } = $position;
	let [first, last] = [$position.index(), $position.index()];
	while (parent.maybeChild(first - 1)?.type.name === 'figure') first--;
	while (parent.maybeChild(last + 1)?.type.name === 'figure') last++;
	return { from: $position.posAtIndex(first), to: $position.posAtIndex(last + 1), count: last - first + 1 };
}

/** The longest run of single pictures that show some of these media. */
export function runOfMedia(doc: ProseMirrorNode, media: readonly string[]): PictureRun {
	let longest: PictureRun = { from: 0, to: 0, count: 0 };
	let run = longest;
	doc.forEach((node, from) => {
		if (node.type.name !== 'figure' || !media.includes(String(node.attrs.media))) return;
		const to = from + node.nodeSize;
		run = run.count > 0 && run.to === from ? { from: run.from, to, count: run.count + 1 } : { from, to, count: 1 };
		if (run.count > longest.count) longest = run;
	});
	return longest;
}

function gather(tr: Transaction, position: number): boolean {
	return !isInGallery(tr.doc.resolve(position)) && gatherRun(tr, pictureRun(tr.doc, position));
}

function gatherMedia(tr: Transaction, media: readonly string[]): boolean {
	return gatherRun(tr, runOfMedia(tr.doc, media));
}

function gatherRun(tr: Transaction, { from, to, count }: PictureRun): boolean {
	if (count < min || count > max) return false;
	const gallery = tr.doc.type.schema.nodes.gallery!.create(null, tr.doc.slice(from, to).content);
	tr.replaceWith(from, to, gallery).setSelection(NodeSelection.create(tr.doc, from)).scrollIntoView();
	return true;
}

function dissolve(tr: Transaction, position: number): boolean {
	const gallery = tr.doc.nodeAt(position);
	if (gallery?.type.name !== 'gallery') return false;
	tr.replaceWith(position, position + gallery.nodeSize, looseParts(gallery)).scrollIntoView();
	return true;
}

/** The pictures of a gallery, and its common caption, if it has one, as a paragraph behind them. */
function looseParts(gallery: ProseMirrorNode): ProseMirrorNode[] {
	const { schema } = gallery.type;
	const caption = String(gallery.attrs.caption).trim();
	const words = caption && schema.nodes.paragraph!.create(null, schema.text(caption));
	return words ? [...gallery.children, words] : [...gallery.children];
}

function dissolveSmall(doc: ProseMirrorNode, tr: Transaction): Transaction | null {
	doc.forEach((node, position) => {
		if (node.type.name !== 'gallery' || node.childCount >= min) return;
		const at = tr.mapping.map(position);
		const parts = looseParts(node);
		if (parts.length > 0) tr.replaceWith(at, at + node.nodeSize, parts);
		else tr.delete(at, at + node.nodeSize);
	});
	return tr.docChanged ? tr : null;
}

function moveInGallery(tr: Transaction, position: number, by: -1 | 1): boolean {
	const $position = tr.doc.resolve(position);
	const { parent } = $position;
	const index = $position.index();
	const picture = parent.maybeChild(index);
	if (!isInGallery($position) || !picture || !parent.maybeChild(index + by)) return false;
	const pictures = parent.children.toSpliced(index, 1).toSpliced(index + by, 0, picture);
	tr.replaceWith($position.start(), $position.end(), pictures);
	const moved = tr.doc.resolve($position.start()).posAtIndex(index + by);
	tr.setSelection(NodeSelection.create(tr.doc, moved)).scrollIntoView();
	return true;
}
