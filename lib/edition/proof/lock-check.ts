import type { ArticleState } from '@/generated/prisma/enums';
import type { PlacedRevision } from '../compose';
import type { Finding } from './furniture';

/** What decides whether a clean proof may go to print, besides the signatures and the marks. */
export interface LockFacts {
	/** The clean proof: its hash and the contents that stand on it. */
	clean: { hash: string; articles: readonly PlacedRevision[] };
	/** Hash of the page as it would be made up now. */
	hashNow: string;
	/** The stories placed there now. */
	stories: readonly { id: string; headline: string; state: ArticleState; hash: string }[];
	/** Stories whose text does not fit, and cells that nothing covers. */
	overset: number;
	holes: number;
	/** Why room is left white; empty: nobody has said. */
	whyHoles: string;
	furniture: readonly Finding[];
}

/**
 * Everything that must be so before a page is locked, each as a sentence. Guaranteed: where all are ok, every story of
 * the page is signed off at exactly the hash that the clean proof has, and the page as it stands is that proof.
 */
export function checkLock(facts: LockFacts): Finding[] {
	return [sameAsClean(facts), ...stories(facts), fits(facts), holes(facts), ...facts.furniture];
}

function sameAsClean({ clean, hashNow }: LockFacts): Finding {
	const ok = clean.hash === hashNow;
	return { ok, says: ok ? '清样和现在的版面一致' : '清样出过之后版面又改了，请重新出清样' };
}

function stories({ clean, stories }: LockFacts): Finding[] {
	if (stories.length === 0) return [{ ok: false, says: '这个版还没有稿件' }];
	const wrong = stories.flatMap(({ id, headline, state, hash }): Finding[] => {
		if (state !== 'placed' && state !== 'locked') return [{ ok: false, says: `《${headline}》修改后还没有签发` }];
		const proofed = clean.articles.find((article) => article.id === id);
		return proofed?.hash === hash ? [] : [{ ok: false, says: `《${headline}》在清样之后改过，请重新出清样` }];
	});
	return wrong.length > 0 ? wrong : [{ ok: true, says: `${stories.length} 篇稿件都已签发，与清样一字不差` }];
}

function fits({ overset }: LockFacts): Finding {
	return { ok: overset === 0, says: overset === 0 ? '没有溢文' : `${overset} 篇稿件的文字放不下` };
}

function holes({ holes, whyHoles }: LockFacts): Finding {
	if (holes === 0) return { ok: true, says: '没有余空' };
	const room = `余空 ${holes} 行（按一个基本栏计）`;
	const says = whyHoles ? `${room}，留白的理由：${whyHoles}` : `${room}，请补满，或写明留白的理由`;
	return { ok: whyHoles !== '', says, asks: 'whyHoles' };
}

/** What keeps the page from print, in one sentence; undefined where nothing does. */
export function lockRefusal(findings: readonly Finding[]): string | undefined {
	const wrong = findings.filter(({ ok }) => !ok).map(({ says }) => says);
	return wrong.length > 0 ? `还不能付印：${wrong.join('；')}。` : undefined;
}
