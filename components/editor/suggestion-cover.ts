import type { Node } from '@tiptap/pm/model';
import {
	AddMarkStep,
	AttrStep,
	type Mapping,
	RemoveMarkStep,
	ReplaceStep,
	type Step,
	type StepMap,
} from '@tiptap/pm/transform';

/** The stretch of a document that was edited: where it stood before, and where what replaced it stands. */
export interface Cover {
	fromA: number;
	toA: number;
	fromB: number;
	toB: number;
}

/** What has been done to a document since `before`. */
export interface Edit extends Cover {
	before: Node;
	/** One stretch was replaced by another, as typing does; not a command that works here and there. */
	isPlain: boolean;
}

interface Done {
	before: Node;
	steps: readonly Step[];
	mapping: Mapping;
}

/** The edit that a transaction makes, joined to one that was made before it. */
export function extendEdit(edit: Edit | null, { before, steps, mapping }: Done): Edit | null {
	let cover: Cover | null = edit;
	steps.forEach((step, index) => {
		for (const touched of rangesOf(step, mapping.maps[index]!)) cover = widen(cover, touched, mapping.maps[index]!);
	});
	if (!cover) return null;
	const isPlain = (edit?.isPlain ?? true) && steps.every((step) => step instanceof ReplaceStep) && steps.length <= 1;
	return { ...(cover as Cover), before: edit?.before ?? before, isPlain };
}

/** What one step touched, in the document before it and after it. */
type Touched = [oldFrom: number, oldTo: number, newFrom: number, newTo: number];

function rangesOf(step: Step, map: StepMap): Touched[] {
	if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return [[step.from, step.to, step.from, step.to]];
	if (step instanceof AttrStep) return [[step.pos, step.pos + 1, step.pos, step.pos + 1]];
	const ranges: Touched[] = [];
	map.forEach((...range) => {
		ranges.push(range);
	});
	// The ranges of one step: together they are its stretch.
	const first = ranges[0];
	const last = ranges.at(-1);
	return first && last ? [[first[0], last[1], first[2], last[3]]] : [];
}

function widen(cover: Cover | null, [oldFrom, oldTo, newFrom, newTo]: Touched, map: StepMap): Cover {
	if (!cover) return { fromA: oldFrom, toA: oldTo, fromB: newFrom, toB: newTo };
	const before = Math.max(0, cover.fromB - oldFrom);
	const behind = Math.max(0, oldTo - cover.toB);
	return {
		fromA: cover.fromA - before,
		toA: cover.toA + behind,
		fromB: Math.min(newFrom, map.map(cover.fromB - before, -1)),
		toB: Math.max(newTo, map.map(cover.toB + behind, 1)),
	};
}
