'use client';
import { Checkbox } from '@/components/ui/checkbox';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { switchRuleAction } from './actions';

export function RuleSwitch({ id, name, isOn }: { id: string; name: string; isOn: boolean }) {
	const { show } = useToast();
	const { run, pending } = useAction(switchRuleAction);
	return (
		<Checkbox
			checked={pending ? !isOn : isOn}
			aria-busy={pending || undefined}
			onChange={() =>
				run(
					{ rule: id, on: !isOn },
					() => show({ message: `“${name}”已${isOn ? '关掉' : '打开'}。`, undo: () => run({ rule: id, on: isOn }) }),
					(error) => show({ message: error.message, tone: 'error' }),
				)
			}
		>
			{name}
		</Checkbox>
	);
}
