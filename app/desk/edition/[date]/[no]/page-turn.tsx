import { Button, ButtonLink } from '@/components/ui/button';

interface PageTurnProps {
	pages: readonly { no: number; name: string; stories: readonly unknown[] }[];
	no: number;
	date: string;
}

/** The pages before and after. */
export function PageTurn({ pages, no, date }: PageTurnProps) {
	const turn = (to: number, label: string, rel: string) => {
		const page = pages.find((candidate) => candidate.no === to);
		if (!page) return <Button disabled>{label}</Button>;
		return (
			<ButtonLink href={`/desk/edition/${date}/${to}`} rel={rel} title={`${to}版 ${page.name}`}>
				{label}
			</ButtonLink>
		);
	};
	return (
		<>
			{turn(no - 1, '上一版', 'prev')}
			{turn(no + 1, '下一版', 'next')}
		</>
	);
}
