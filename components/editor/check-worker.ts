import type { CheckSettings } from '@/lib/check/check';
import { checkStory, newMemory } from '@/lib/check/engine';
import type { ToChecker } from './checker';

/** Runs the rules beside the page, so that no key press waits for them. Answers each story with its number. */

const memory = newMemory();
let settings: CheckSettings | undefined;

addEventListener('message', ({ data }: MessageEvent<ToChecker>) => {
	settings = data.settings ?? settings;
	if (settings) postMessage({ number: data.number, hits: checkStory(data.parts, settings, memory) });
});
