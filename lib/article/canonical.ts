/** JSON with sorted keys and without undefined or null members: equal exactly for values that say the same. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value === 'object' && value !== null) {
		const members = Object.entries(value)
			.filter(([, member]) => member !== undefined && member !== null)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
		return `{${members.join(',')}}`;
	}
	return JSON.stringify(value);
}
