import { ChoiceRow } from '@/components/ui/choice-row';

const tabs = [
	{ name: '我的工作', href: '/desk/review' },
	{ name: '按审次', href: '/desk/review/stage' },
	{ name: '按版面', href: '/desk/review/edition' },
];

/** The three boards of 审稿; reporters have their own work alone. */
export function ReviewTabs({ here, seesBoards }: { here: string; seesBoards: boolean }) {
	if (!seesBoards) return null;
	return <ChoiceRow label="审稿" choices={tabs.map((tab) => ({ ...tab, current: tab.href === here }))} />;
}
