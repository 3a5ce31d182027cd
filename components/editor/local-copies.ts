import { createStore, del, entries, set } from 'idb-keyval';
import type { ArticleContent } from '@/lib/article/schema';
import type { CopyStore } from './local-keeper';
import type { LocalCopy } from './save-queue';
import { claimTab, isTabAlive } from './tab';

/** An article's unacknowledged text as it stands on this machine, under the account that wrote it. */
export type ArticleCopy = LocalCopy<ArticleContent>;

interface Place {
	userId: string;
	articleId: string;
	tab: string;
}

/** Members that copies of an earlier version of this program do not have. */
const addedLater = { webTitle: '', feedTitle: '', wechatTitle: '', amendment: null };

const prefix = 'shangban-copy';
const database = () => createStore('shangban', 'copies');
const keyOf = ({ userId, articleId, tab }: Place) => [prefix, userId, articleId, tab].join(':');

/**
 * Opens this tab's copy of an article: where to keep it, and what an earlier visit of this account
 * left. A copy of a tab that is no longer open is taken over; one of an open tab is left to it.
 */
export async function openCopies(
	userId: string,
	articleId: string,
): Promise<{ store: CopyStore<ArticleCopy>; left: ArticleCopy | undefined }> {
	const tab = await claimTab();
	const own = { userId, articleId, tab };
	const copies = (await listCopies(userId, articleId)).toSorted((a, b) => b.copy.at - a.copy.at);
	for (const { copy, place } of copies) {
		if (place.tab !== tab && (await isTabAlive(place.tab, copy.at))) continue;
		if (place.tab !== tab) {
			await storeAt(own).put(copy);
			await storeAt(place).drop();
		}
		return { store: storeAt(own), left: copy };
	}
	return { store: storeAt(own), left: undefined };
}

/** IndexedDB holds the copies; a page that is being closed writes to localStorage, which does not wait. */
function storeAt(place: Place): CopyStore<ArticleCopy> {
	const key = keyOf(place);
	return {
		async put(copy) {
			await set(key, copy, database());
			localStorage.removeItem(key);
		},
		putNow: (copy) => localStorage.setItem(key, JSON.stringify(copy)),
		async drop() {
			localStorage.removeItem(key);
			await del(key, database());
		},
	};
}

async function listCopies(userId: string, articleId: string): Promise<{ place: Place; copy: ArticleCopy }[]> {
	const begin = `${[prefix, userId, articleId].join(':')}:`;
	const slow = (await entries<string, ArticleCopy>(database())).filter(([key]) => key.startsWith(begin));
	const quick = Object.keys(localStorage)
		.filter((key) => key.startsWith(begin))
		.map((key) => [key, JSON.parse(localStorage.getItem(key) ?? 'null') as ArticleCopy | null] as const);
	const newest = new Map<string, ArticleCopy>(slow);
	for (const [key, copy] of quick) {
		if (copy && copy.at > (newest.get(key)?.at ?? 0)) newest.set(key, copy);
	}
	return [...newest].map(([key, copy]) => ({
		copy: { ...copy, content: { ...addedLater, ...copy.content } },
		place: { userId, articleId, tab: key.slice(begin.length) },
	}));
}
