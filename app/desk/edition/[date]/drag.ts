/** A story in somebody's hand: from a page, or from the pool. */
export interface DraggedStory {
	articleId: string;
	fromPageId?: string;
}

const type = 'application/x-shangban-story';

/** Only the `get`s and `set`s of a DataTransfer. */
type Transfer = Pick<DataTransfer, 'getData' | 'setData' | 'types'>;

export function putStory(transfer: Transfer, story: DraggedStory): void {
	transfer.setData(type, JSON.stringify(story));
}

/** The story that is dropped; undefined where something else is (a file, a text). */
export function takeStory(transfer: Transfer): DraggedStory | undefined {
	const data = transfer.getData(type);
	return data ? (JSON.parse(data) as DraggedStory) : undefined;
}

/** Whether a story is what is being dragged: its content is told only on dropping. */
export function carriesStory(transfer: Transfer): boolean {
	return transfer.types.includes(type);
}
