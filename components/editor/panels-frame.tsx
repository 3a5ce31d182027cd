'use client';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { keepRecent } from '@/components/desk/recent';
import { ariaKeys, shortKeys } from '@/components/desk/shortcut';
import { useShortcut } from '@/components/desk/shortcuts';
import { KeyHint } from '@/components/ui/kbd';
import { titleOf } from '@/lib/article/article';
import { type Aid, aids } from './aids';
import type { Panel, PanelProps } from './panel';
import { panels } from './panels';
import styles from './panels.module.css';
import { useLastPlace } from './use-last-place';
import { isPanelOverText, useOpenPanel } from './use-open-panel';

/** What stands beside the text: a strip of the panels' names, the panel that is open, and the aids. */
export function PanelsFrame(shared: Omit<PanelProps, 'toText'>) {
	const [openName, open] = useOpenPanel();
	const aside = useRef<HTMLElement>(null);
	const takesFocus = useRef(false);
	const toPlace = useLastPlace(shared.editor);
	const mode = shared.writing ? 'writing' : 'reading';
	const isOffered = ({ only }: Panel | Aid) => only === undefined || only === mode;
	const offered = panels.filter(isOffered);
	const present = offered.find(({ name }) => name === openName);

	const enter = () => {
		const root = aside.current;
		(root?.querySelector<HTMLElement>(enterable) ?? root)?.focus();
	};
	const close = () => {
		open(null);
		toPlace();
	};
	const toText = () => {
		if (isPanelOverText()) open(null);
		toPlace();
	};
	// A key opens, goes into what is open, and closes from inside.
	const pressKey = (panel: Panel) => {
		if (panel !== present) {
			takesFocus.current = true;
			open(panel.name);
		} else if (aside.current?.contains(document.activeElement)) close();
		else enter();
	};
	useRecentArticle(shared);
	// biome-ignore lint/correctness/useExhaustiveDependencies: once the panel that was asked for is on the screen
	useEffect(() => {
		if (!takesFocus.current || !present) return;
		takesFocus.current = false;
		enter();
	}, [present]);

	const props: PanelProps = { ...shared, toText };
	const onEscape = (event: KeyboardEvent) => {
		// Not the Esc of a menu or dialog that the panel has opened.
		if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
		if (event.currentTarget.contains(event.target as Node)) toText();
	};
	return (
		<>
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups what is filled in */}
			<div role="group" aria-label="面板" className={styles.strip}>
				{offered.map((panel) => (
					<PanelButton
						key={panel.name}
						panel={panel}
						isOpen={panel === present}
						props={props}
						onKey={() => pressKey(panel)}
						onClick={() => open(panel === present ? null : panel.name)}
					/>
				))}
			</div>
			{present && (
				<aside
					ref={aside}
					id="panel"
					tabIndex={-1}
					className={styles.panel}
					aria-label={present.title}
					onKeyDown={onEscape}
				>
					<header className={styles.head}>
						<h2>{present.title}</h2>
						<button type="button" className={styles.close} aria-label={`收起${present.title}`} onClick={close}>
							<span aria-hidden="true">×</span>
						</button>
					</header>
					<present.Body key={present.name} {...props} />
				</aside>
			)}
			{aids.filter(isOffered).map(({ name, Body }) => (
				<Body key={name} {...props} />
			))}
		</>
	);
}

/** The palette offers what was open lately. */
function useRecentArticle({ user, article, head }: Omit<PanelProps, 'toText'>): void {
	const name = titleOf(head.headline);
	const { id } = article;
	useEffect(() => {
		keepRecent(user.id, { kind: 'article', name, detail: '稿件', href: `/desk/article/${id}` });
	}, [user.id, id, name]);
}

/** What takes the focus when a panel is entered: the present one of a list, else the first thing to use. */
const enterable =
	'[aria-current="true"], :is(input, select, textarea, button, a[href], [tabindex="0"]):not(header *, :disabled)';

interface PanelButtonProps {
	panel: Panel;
	isOpen: boolean;
	props: PanelProps;
	onKey: () => void;
	onClick: () => void;
}

function PanelButton({ panel: { title, keys, Count }, isOpen, props, onKey, onClick }: PanelButtonProps) {
	useShortcut(keys, title, onKey, '面板');
	return (
		<button
			type="button"
			className={styles.name}
			aria-expanded={isOpen}
			aria-controls={isOpen ? 'panel' : undefined}
			aria-keyshortcuts={ariaKeys(keys)}
			title={`${title}（${keys}）`}
			onClick={onClick}
		>
			<span>
				{title}
				{Count && <Count {...props} />}
			</span>
			<KeyHint>{shortKeys(keys)}</KeyHint>
		</button>
	);
}
