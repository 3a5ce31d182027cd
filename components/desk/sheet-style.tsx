'use client';
import { useLayoutEffect, useSyncExternalStore } from 'react';

interface SheetStyleProps {
	css: string;
	/** Of the document that the style comes with. */
	nonce: string | undefined;
}

/**
 * The geometry of one sheet. With the document it comes as a style of that document's nonce; a screen that is reached
 * without a new document has another nonce than the policy in force, and adopts the sheet instead.
 */
export function SheetStyle({ css, nonce }: SheetStyleProps) {
	const isFirst = useSyncExternalStore(
		neverChanges,
		() => false,
		() => true,
	);
	useLayoutEffect(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		document.adoptedStyleSheets.push(sheet);
		return () => {
			document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
		};
	}, [css]);
	return isFirst && <style nonce={nonce}>{css}</style>;
}

const neverChanges = () => () => {};
