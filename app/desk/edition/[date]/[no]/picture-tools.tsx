'use client';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { BriefFigure, BriefStory } from '@/lib/makeup/sheet';
import { deskPictureSrc } from '@/lib/media/media';
import styles from './story-panel.module.css';
import type { PageDesk } from './use-page-desk';

interface ToolsProps {
	desk: PageDesk;
	story: BriefStory;
}

/** The pictures of a story: which are printed, in which order, and what a crop keeps in view. */
export function PictureTools({ desk, story }: ToolsProps) {
	const { figures, design } = desk.page;
	const own = design.stories[story.id] ?? {};
	const all = figures[story.id] ?? [];
	if (all.length === 0) return null;
	const printed = story.figures.map(({ id }) => id);
	const shown = [...story.figures, ...all.filter(({ id }) => !printed.includes(id))];
	const forward = (id: string) => {
		const at = printed.indexOf(id);
		const order = printed.with(at, printed[at - 1]!).with(at - 1, id);
		desk.act({ kind: 'order', story: story.id, figures: order });
	};
	return (
		<fieldset className={styles.group}>
			<legend>图片</legend>
			{shown.map((figure, i) => {
				const isHidden = !printed.includes(figure.id);
				const name = `第 ${i + 1} 张图片`;
				return (
					<div key={figure.id} className={styles.picture}>
						<FocusPoint
							name={name}
							figure={figure}
							point={own.focus?.[figure.id] ?? figure.focus ?? middle}
							onMove={(point) => desk.act({ kind: 'focus', story: story.id, figure: figure.id, point })}
						/>
						<div className={styles.buttons}>
							{i > 0 && !isHidden && (
								<Button aria-label={`${name}前移`} onClick={() => forward(figure.id)}>
									前移
								</Button>
							)}
							<Button
								aria-label={`${isHidden ? '恢复' : '撤下'}${name}`}
								onClick={() => desk.act({ kind: 'hide', story: story.id, figures: [figure.id], on: !isHidden })}
							>
								{isHidden ? '恢复' : '撤下'}
							</Button>
							{own.focus?.[figure.id] && (
								<Button
									variant="quiet"
									aria-label={`${name}取景自动`}
									onClick={() => desk.act({ kind: 'focus', story: story.id, figure: figure.id, point: null })}
								>
									取景自动
								</Button>
							)}
						</div>
					</div>
				);
			})}
		</fieldset>
	);
}

interface Point {
	x: number;
	y: number;
}

/** Where a crop looks by itself. */
const middle: Point = { x: 0.5, y: 0.4 };
const stride = 0.05;
const restMs = 350;
const moves: Record<string, Point> = {
	ArrowLeft: { x: -stride, y: 0 },
	ArrowRight: { x: stride, y: 0 },
	ArrowUp: { x: 0, y: -stride },
	ArrowDown: { x: 0, y: stride },
};

interface FocusPointProps {
	name: string;
	figure: BriefFigure;
	point: Point;
	onMove: (point: Point) => void;
}

/** 取景点: a click puts it, arrow keys move it. */
function FocusPoint({ name, figure, point, onMove }: FocusPointProps) {
	const [moved, setMoved] = useState<Point>();
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);
	const shown = moved ?? point;
	const put = (next: Point, wait: number) => {
		const inside = { x: clamp(next.x), y: clamp(next.y) };
		setMoved(inside);
		clearTimeout(timer.current);
		timer.current = setTimeout(() => onMove(inside), wait);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const move = moves[event.key];
		if (!move) return;
		event.preventDefault();
		put({ x: shown.x + move.x, y: shown.y + move.y }, restMs);
	};
	const onClick = (event: MouseEvent) => {
		// Enter and Space click nowhere.
		if (event.detail === 0) return;
		const box = event.currentTarget.getBoundingClientRect();
		put({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }, 0);
	};
	const percent = (share: number) => `${Math.round(share * 100)}%`;
	return (
		<button
			type="button"
			className={styles.focus}
			aria-label={`${name}的取景点：横 ${percent(shown.x)}，竖 ${percent(shown.y)}。方向键移动`}
			onKeyDown={onKeyDown}
			onClick={onClick}
		>
			{/* biome-ignore lint/performance/noImgElement: a picture of the desk, served by its own route */}
			<img src={deskPictureSrc(figure.id)} alt="" width={figure.width} height={figure.height} />
			<svg aria-hidden="true">
				<circle className={styles.halo} cx={percent(shown.x)} cy={percent(shown.y)} r="6" />
				<circle className={styles.point} cx={percent(shown.x)} cy={percent(shown.y)} r="6" />
			</svg>
		</button>
	);
}

function clamp(share: number): number {
	return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000;
}
