import { severityNames } from '@/lib/check/check';
import { ruleCounts, ruleFamilies } from '@/lib/check/rules';
import styles from './check.module.css';
import { RuleSwitch } from './rule-switch';

/** The rules that the program brings, by family: what each rests on, how sure it is, and whether it runs. */
export function RuleList({ off }: { off: readonly string[] }) {
	return (
		<>
			<p className={styles.lead}>
				只查语言文字和核对得出的事实。差错没有处理时不能签名；疑似和提示不挡签名。关掉的规则对全编辑部生效，并记入留痕。
			</p>
			{ruleFamilies.map(({ name, rules }) => (
				<section key={name} aria-label={name}>
					<h2 className={styles.family}>{name}</h2>
					<ul className={styles.rules}>
						{rules.map((rule) => (
							<li key={rule.id} className={styles.rule}>
								<RuleSwitch id={rule.id} name={rule.name} isOn={!off.includes(rule.id)} />
								<span className={styles.severity}>{severityNames[rule.severity]}</span>
								<span className={styles.source}>
									{rule.source}
									{ruleCounts[rule.id] && `　${ruleCounts[rule.id]}`}
								</span>
							</li>
						))}
					</ul>
				</section>
			))}
		</>
	);
}
