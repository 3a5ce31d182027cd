import type { Step } from '@/lib/article/history/sittings';

/** How many hands are told apart by colour and line; more share them and are told apart by their sign. */
export const handStyles = 6;

/** A person in a comparison: how what he did is drawn. */
export interface Hand {
	/** His account, or what stands for several people. */
	key: string;
	name: string;
	/** Which colour and which line: 0 to 5. */
	style: number;
	/** One character of his name, that of nobody else here. */
	sign: string;
}

/**
 * Who had a hand in it, in order of appearance. The same person has the same style wherever two do not want one; signs
 * differ always.
 */
export function handsOf(people: readonly { actorId: string | null; actorName: string }[]): Hand[] {
	const hands: Hand[] = [];
	for (const { actorId, actorName } of people) {
		const key = actorId ?? '';
		if (hands.some((hand) => hand.key === key)) continue;
		const taken = new Set(hands.map(({ style }) => style));
		const wanted = hashOf(key) % handStyles;
		const choices = Array.from({ length: handStyles }, (_, index) => (wanted + index) % handStyles);
		const style = choices.find((choice) => !taken.has(choice)) ?? wanted;
		hands.push({ key, name: actorName, style, sign: signOf(actorName, hands) });
	}
	return hands;
}

/** The hand of each step, by the number that runs carry as `by`. */
export function handsBySteps(
	steps: readonly Step[],
): (by: number | undefined) => { hand: Hand; step: Step } | undefined {
	const hands = handsOf(steps);
	return (by) => {
		const step = by === undefined ? undefined : steps[by - 1];
		const hand = hands.find(({ key }) => key === (step?.actorId ?? ''));
		return step && hand && { hand, step };
	};
}

function signOf(name: string, others: readonly Hand[]): string {
	const characters = [...name.replace(/\s/g, '')];
	const isFree = (sign: string) => others.every((other) => other.sign !== sign);
	return characters.find(isFree) ?? String(others.length + 1);
}

function hashOf(text: string): number {
	let hash = 0;
	for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
	return hash;
}
