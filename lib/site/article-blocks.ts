import { type Block, type Gallery, inlineText } from '@/lib/article/body';

type Talk = Extract<Block, { type: 'question' | 'answer' }>;

/** A body as it is read: blocks, with what belongs together drawn together. */
export type ReadingBlock =
	| Block
	/** A question and the answers up to the next. */
	| { type: 'exchange'; content: Talk[] }
	/** Lines of a poem: short and broken by hand. */
	| { type: 'verse'; content: Extract<Block, { type: 'paragraph' }>['content'] };

type Enhance = (blocks: ReadingBlock[]) => ReadingBlock[];

/** In this order: what one draws together the next leaves alone. */
const enhancers: Enhance[] = [dropEmpty, gatherTalk, gatherPictures, markVerse];

/** The blocks of a body for reading; no text is lost or moved. */
export function toReadingBlocks(blocks: readonly Block[]): ReadingBlock[] {
	return enhancers.reduce<ReadingBlock[]>((result, enhance) => enhance(result), [...blocks]);
}

/** An empty paragraph is a writer's way of making white, which the page makes by itself. */
function dropEmpty(blocks: ReadingBlock[]): ReadingBlock[] {
	return blocks.filter((block) => block.type !== 'paragraph' || inlineText(block.content).trim() !== '');
}

function gatherTalk(blocks: ReadingBlock[]): ReadingBlock[] {
	const result: ReadingBlock[] = [];
	for (const block of blocks) {
		const last = result.at(-1);
		if (block.type === 'answer' && last?.type === 'exchange') last.content.push(block);
		else if (block.type === 'question' || block.type === 'answer') result.push({ type: 'exchange', content: [block] });
		else result.push(block);
	}
	return result;
}

/** Pictures that follow each other read as a gallery. */
function gatherPictures(blocks: ReadingBlock[]): ReadingBlock[] {
	const result: ReadingBlock[] = [];
	let gathered: Gallery | undefined;
	for (const block of blocks) {
		const last = result.at(-1);
		if (block.type === 'figure' && last?.type === 'figure') {
			gathered = { type: 'gallery', attrs: { caption: '' }, content: [last, block] };
			result[result.length - 1] = gathered;
		} else if (block.type === 'figure' && gathered && last === gathered) gathered.content.push(block);
		else result.push(block);
	}
	return result;
}

const longestVerse = 24;

function markVerse(blocks: ReadingBlock[]): ReadingBlock[] {
	return blocks.map((block) => {
		if (block.type !== 'paragraph') return block;
		const lines = inlineText(block.content).split('\n');
		const isVerse = lines.length >= 3 && lines.every((line) => line.length <= longestVerse);
		return isVerse ? { type: 'verse', content: block.content } : block;
	});
}
