/** Whether a story of a made-up page is a filler 补白: no article stands behind it, and nothing leads to it. */
export function isFiller(storyId: string): boolean {
	return storyId.startsWith('filler-');
}
