/** First match wins: every browser names its ancestors too. */
const browsers: [pattern: RegExp, name: string][] = [
	[/MicroMessenger/, '微信'],
	[/DingTalk/, '钉钉'],
	[/Edg(A|iOS)?\//, 'Edge'],
	[/Firefox|FxiOS/, 'Firefox'],
	[/(Chrome|CriOS)\//, 'Chrome'],
	[/Safari\//, 'Safari'],
];
const systems: [pattern: RegExp, name: string][] = [
	[/iPhone|iPad/, 'iOS'],
	[/Android/, 'Android'],
	[/OpenHarmony|HarmonyOS/, '鸿蒙'],
	[/Windows/, 'Windows'],
	[/Mac OS X/, 'macOS'],
	[/Linux/, 'Linux'],
];

/** A browser and its system in two words, `Edge · Windows`, for a list; the beginning of what is known of neither. */
export function agentName(agent: string): string {
	const known = [browsers, systems].map((list) => list.find(([pattern]) => pattern.test(agent))?.[1]);
	return known.filter(Boolean).join(' · ') || agent.slice(0, 40);
}
