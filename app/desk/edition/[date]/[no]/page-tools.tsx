'use client';
import { useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { AdDialog } from './ad-dialog';
import { Alternatives } from './alternatives';
import { FillerDialog } from './filler-dialog';
import styles from './page-tools.module.css';
import { StoryDialog } from './story-dialog';
import { TemplateDialog } from './template-dialog';
import type { PageDesk } from './use-page-desk';

interface PageToolsProps {
	desk: PageDesk;
	selected: string | undefined;
	onSelect: (story: string | undefined) => void;
}

type Open = 'story' | 'alternatives' | 'ad' | 'filler' | 'template';

const group = '组版';

/** What is done with the page as a whole. */
export function PageTools({ desk, selected, onSelect }: PageToolsProps) {
	const [open, setOpen] = useState<Open>();
	const { page, busy } = desk;
	useShortcut('m', '组版', () => !busy && desk.compose(), group);
	useShortcut('b', '备选版面', () => !busy && setOpen('alternatives'), group);
	useShortcut('a', '上稿', () => !busy && setOpen('story'), group);
	useShortcut('Ctrl+Z', '撤销', () => desk.turn(-1), group);
	useShortcut('Ctrl+Shift+Z', '重做', () => desk.turn(1), group);
	useKeysOfStories(desk, selected, onSelect);
	const close = () => setOpen(undefined);
	const { undo, redo, step, top } = page;
	return (
		<div className={styles.tools}>
			{busy === 'run' ? (
				<Button onClick={desk.stop}>停止组版</Button>
			) : (
				<Button variant="primary" shortcut="m" onClick={desk.compose}>
					组版
				</Button>
			)}
			<Button shortcut="a" onClick={() => setOpen('story')}>
				上稿
			</Button>
			<Button shortcut="b" onClick={() => setOpen('alternatives')}>
				备选
			</Button>
			<Button onClick={() => setOpen('template')}>版式模板</Button>
			<Button onClick={() => setOpen('ad')}>{count('广告', page.design.ads.length)}</Button>
			<Button onClick={() => setOpen('filler')}>{count('补白', page.design.fillers.length)}</Button>
			<span className={styles.steps}>
				<Button
					variant="quiet"
					aria-disabled={step === 0 || undefined}
					title={undo && `撤销：${undo}`}
					onClick={() => desk.turn(-1)}
				>
					撤销
				</Button>
				<Button
					variant="quiet"
					aria-disabled={step === top || undefined}
					title={redo && `重做：${redo}`}
					onClick={() => desk.turn(1)}
				>
					重做
				</Button>
				<span className={styles.count}>{`第 ${step} 步，共 ${top} 步`}</span>
			</span>
			{open === 'story' && <StoryDialog desk={desk} onClose={close} />}
			{open === 'alternatives' && <Alternatives desk={desk} onClose={close} />}
			{open === 'ad' && <AdDialog desk={desk} onClose={close} />}
			{open === 'filler' && <FillerDialog desk={desk} onClose={close} />}
			{open === 'template' && <TemplateDialog desk={desk} onClose={close} />}
		</div>
	);
}

function count(name: string, of: number): string {
	return of > 0 ? `${name}（${of}）` : `加${name}`;
}

/** j and k go through the stories by rank, l locks the chosen one, Esc lets go of it. */
function useKeysOfStories(desk: PageDesk, selected: string | undefined, onSelect: PageToolsProps['onSelect']): void {
	const { stories } = desk.shown.brief;
	const at = stories.findIndex(({ id }) => id === selected);
	const go = (by: 1 | -1) => onSelect(stories[at < 0 ? 0 : Math.min(stories.length - 1, Math.max(0, at + by))]?.id);
	useShortcut('j', '下一篇', () => go(1), group);
	useShortcut('k', '上一篇', () => go(-1), group);
	useShortcut(
		'Escape',
		'停止组版，或放开选中的稿件',
		() => (desk.busy === 'run' ? desk.stop() : onSelect(undefined)),
		group,
	);
	useShortcut(
		'l',
		'锁定或解锁选中的稿件',
		() => selected && desk.act({ kind: 'lock', story: selected, on: !desk.page.design.stories[selected]?.frame }),
		group,
	);
}
