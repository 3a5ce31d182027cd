import { age, dayAndTime } from '@/lib/time';

/** How long ago, in words; the exact time on hover. */
export function Age({ at }: { at: Date }) {
	return (
		<time dateTime={at.toISOString()} title={dayAndTime(at)}>
			{age(at, new Date())}
		</time>
	);
}
