'use client';
import { useEffect, useRef } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { type Hit, type Severity, severities, severityNames, whereName } from '@/lib/check/check';
import { CheckHit } from './check-hit';
import { IgnoredList } from './check-ignored';
import styles from './check-panel.module.css';
import { SimilarList } from './check-similar';
import { checkStoreOf, countOf, isSameHit, useChecks } from './check-store';
import { OpenCount } from './open-count';
import type { PanelProps } from './panel';

/** 检查: what the rules found, severest first, each with why and what to do. */
export function CheckPanel({ editor, writing }: PanelProps) {
	const checks = useChecks(editor);
	const store = checkStoreOf(editor);
	const list = useRef<HTMLDivElement>(null);
	// The hit that a key went to stands in sight.
	// biome-ignore lint/correctness/useExhaustiveDependencies: when it changes
	useEffect(() => {
		list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
	}, [checks.present]);

	if (checks.status === 'failed') {
		return <Notice tone="error">检查没有运行起来，刷新页面再试。稿子照常保存，签发时服务器会再查一遍。</Notice>;
	}
	if (checks.status === 'waiting') return <p className={styles.hint}>正在检查…</p>;
	return (
		<div ref={list} className={styles.lists}>
			<SimilarList editor={editor} />
			{checks.open.length === 0 && <Nothing />}
			{severities.map((severity) => (
				<Group key={severity} severity={severity} hits={checks.open}>
					{(hit) => (
						<CheckHit
							hit={hit}
							place={whereName(hit.where)}
							isPresent={isSameHit(hit, checks.present)}
							isAsking={store.asking === hit.key}
							canChange={writing !== null}
							may={checks.may}
							store={store}
						/>
					)}
				</Group>
			))}
			<IgnoredList editor={editor} />
			<p className={styles.hint}>
				<Kbd>F8</Kbd> 下一处　<Kbd>F9</Kbd> 采纳　<Kbd>⇧F9</Kbd> 忽略
			</p>
		</div>
	);
}

function Nothing() {
	return (
		<p className={styles.hint}>
			没有发现问题。检查只看标点、数字、字词、日期、人名这些查得准的；事实和意思还要靠人通读。
		</p>
	);
}

interface GroupProps {
	severity: Severity;
	hits: readonly Hit[];
	children: (hit: Hit) => React.ReactNode;
}

function Group({ severity, hits, children }: GroupProps) {
	const own = hits.filter((hit) => hit.severity === severity);
	if (own.length === 0) return null;
	return (
		<section aria-label={severityNames[severity]}>
			<h3 className={styles.heading} data-severity={severity}>
				{severityNames[severity]} <span className={styles.count}>{own.length}</span>
			</h3>
			<ul className={styles.list}>
				{own.map((hit, index) => (
					// Two hits may be alike in all but their place; both go away together.
					// biome-ignore lint/suspicious/noArrayIndexKey: see above
					<li key={`${hit.rule} ${hit.key} ${index}`}>{children(hit)}</li>
				))}
			</ul>
		</section>
	);
}

/** Open mistakes and doubts, beside the panel's name. */
export function CheckCount({ editor }: PanelProps) {
	const { open } = useChecks(editor);
	const [errors, warnings] = [countOf(open, 'error'), countOf(open, 'warning')];
	return <OpenCount count={errors + warnings} isGrave={errors > 0} />;
}
