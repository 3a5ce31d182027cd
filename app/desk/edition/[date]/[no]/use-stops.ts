'use client';
import { useEffect, useState } from 'react';
import type { Stop } from '@/lib/makeup/stop';
import { askDoor } from './desk-doors';
import type { PageDesk } from './use-page-desk';

/** 停点 of the chosen story on the page as it stands; undefined until they are known. */
export function useStops({ page }: PageDesk, story: string | undefined): Stop[] | undefined {
	const { pageId } = page.made;
	const key = `${pageId} ${page.step} ${page.stamp} ${story ?? ''}`;
	const [known, setKnown] = useState<{ key: string; stops: Stop[] }>();
	useEffect(() => {
		if (!story) return;
		let isGone = false;
		askDoor<Stop[]>(pageId, `stop?story=${encodeURIComponent(story)}`).then((answer) => {
			if (!isGone) setKnown({ key, stops: answer.ok ? answer.value : [] });
		});
		return () => {
			isGone = true;
		};
	}, [key, pageId, story]);
	return known?.key === key ? known.stops : undefined;
}
