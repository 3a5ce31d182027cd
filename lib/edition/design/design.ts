import { assertNever } from '@/lib/errors';
import { frameOf } from '@/lib/makeup/remake';
import type { Sheet } from '@/lib/makeup/sheet';
import type { Design, PageOp, StoryDesign } from './schema';

/** Nothing decided: the page as the engine makes it up by itself. */
export const emptyDesign: Design = { version: 1, stories: {}, ads: [], fillers: [] };

/** What an act changes of the decisions. Acts on places (对调, 分界线, 组版) change none but those that were locked there. */
export type Decision = Exclude<PageOp, { kind: (typeof others)[number] }>;

/** Acts on the plan, and those whose result the engine finds. */
const others = ['place', 'unplace', 'rank', 'compose', 'template', 'swap', 'divider', 'resize', 'jump'] as const;

/** Whether it is told by `applyOp` alone what an act decides; of the others the engine finds it out. */
export function isDecision(op: PageOp): op is Decision {
	return !others.some((kind) => kind === op.kind);
}

/**
 * The design after an act, the given one untouched. `sheet` is the page on which it is done: 锁定 holds a story where it
 * stands there. An act on a story that is not there changes nothing that is seen.
 */
export function applyOp(design: Design, op: Decision, sheet: Sheet): Design {
	switch (op.kind) {
		case 'lock': {
			const block = op.on ? sheet.blocks.find(({ story }) => story === op.story) : undefined;
			if (!block) return decide(design, op.story, { frame: undefined });
			const { kind: _kind, story: _story, ...frame } = frameOf(block, sheet.grid);
			return decide(design, op.story, { frame });
		}
		case 'span':
			return decide(design, op.story, { span: op.cols ?? undefined });
		case 'size':
			return decide(design, op.story, { pt: op.pt ?? undefined });
		case 'relation':
			return decide(design, op.story, { relation: op.relation ?? undefined });
		case 'box':
			return decide(design, op.story, { boxed: op.on });
		case 'rows':
			return decide(design, op.story, { headline: op.headline ?? undefined });
		case 'hide': {
			const others = (design.stories[op.story]?.hidden ?? []).filter((figure) => !op.figures.includes(figure));
			const hidden = op.on ? [...others, ...op.figures] : others;
			return decide(design, op.story, { hidden: hidden.length > 0 ? hidden : undefined });
		}
		case 'order':
			return decide(design, op.story, { order: op.figures });
		case 'focus': {
			const { [op.figure]: _old, ...others } = design.stories[op.story]?.focus ?? {};
			const focus = op.point ? { ...others, [op.figure]: op.point } : others;
			return decide(design, op.story, { focus: Object.keys(focus).length > 0 ? focus : undefined });
		}
		case 'ad':
			return { ...design, ads: put(design.ads, op.ad) };
		case 'removeAd':
			return { ...design, ads: design.ads.filter((ad) => ad.id !== op.id) };
		case 'filler':
			return { ...design, fillers: put(design.fillers, op.filler) };
		case 'removeFiller':
			return {
				...design,
				fillers: design.fillers.filter((filler) => filler.id !== op.id),
			};
		default:
			return assertNever(op);
	}
}

/** The design with that decided of a story; undefined takes a decision back. */
export function decide(design: Design, story: string, decision: Partial<StoryDesign>): Design {
	const { [story]: before, ...others } = design.stories;
	const after = Object.fromEntries(
		Object.entries({ ...before, ...decision }).filter(([, value]) => value !== undefined),
	);
	return { ...design, stories: Object.keys(after).length > 0 ? { ...others, [story]: after } : others };
}

/** Those that are locked stay locked: where they stand on that sheet. */
export function relock(design: Design, sheet: Sheet): Design {
	const locked = sheet.blocks.filter(({ story }) => design.stories[story]?.frame);
	return locked.reduce((next, { story }) => applyOp(next, { kind: 'lock', story, on: true }, sheet), design);
}

function put<Item extends { id: string }>(items: readonly Item[], item: Item): Item[] {
	const known = items.some(({ id }) => id === item.id);
	return known ? items.map((each) => (each.id === item.id ? item : each)) : [...items, item];
}
