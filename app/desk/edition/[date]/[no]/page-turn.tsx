import { Button, ButtonLink } from '@/components/ui/button';
import { TurnKeys } from './turn-keys';

interface PageTurnProps {
	pages: readonly { no: number; name: string; stories: readonly unknown[] }[];
	no: number;
	date: string;
}

/** The pages before and after. */
export function PageTurn({ pages, no, date }: PageTurnProps) {
	const pageAt = (to: number) => pages.find((candidate) => candidate.no === to);
	const hrefOf = (to: number) => pageAt(to) && `/desk/edition/${date}/${to}`;
	const turn = (to: number, label: string, { rel, key }: { rel: string; key: string }) => {
		const href = hrefOf(to);
		if (!href) return <Button disabled>{label}</Button>;
		return (
			<ButtonLink href={href} rel={rel} title={`${to}版 ${pageAt(to)?.name}`} shortcut={key}>
				{label}
			</ButtonLink>
		);
	};
	return (
		<>
			{turn(no - 1, '上一版', { rel: 'prev', key: '[' })}
			{turn(no + 1, '下一版', { rel: 'next', key: ']' })}
			<TurnKeys before={hrefOf(no - 1)} behind={hrefOf(no + 1)} />
		</>
	);
}
