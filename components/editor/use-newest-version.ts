'use client';
import { useEffect, useRef, useState } from 'react';
import type { EditedArticle } from './article-editor';
import { Version } from './send-article';

const againMs = 1000;

/**
 * The article as it stands now, given the revision that the server is known to have: what came with the page, or what was
 * asked for since, in the order in which it was saved. `isCurrent` says whether it is that revision.
 */
export function useNewestVersion(
	article: EditedArticle,
	revision: number,
): { newest: EditedArticle; isCurrent: boolean } {
	const [version, setVersion] = useState<Version>();
	const newest = version && version.revision > article.revision ? { ...article, ...version } : article;
	const isCurrent = newest.revision >= revision;
	const isAsking = useRef(false);
	const [tries, setTries] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each answer, until it is there
	useEffect(() => {
		if (isCurrent || isAsking.current) return;
		isAsking.current = true;
		void getVersion(article.id).then((answer) => {
			isAsking.current = false;
			if (answer) setVersion(answer);
			else setTimeout(() => setTries((count) => count + 1), againMs);
		});
	}, [article.id, isCurrent, version, tries]);
	return { newest, isCurrent };
}

async function getVersion(id: string): Promise<Version | undefined> {
	try {
		const response = await fetch(`/api/article/${id}`, { redirect: 'error' });
		return Version.safeParse(await response.json()).data;
	} catch {
		return undefined;
	}
}
