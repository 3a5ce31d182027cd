'use client';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { bylineRoleNames } from '@/lib/article/article';
import { bylineText } from '@/lib/article/byline';
import type { BylineInput } from '@/lib/article/schema';
import styles from './editor.module.css';
import { type Head, moveRow, savedHead } from './head';
import { type FindReporters, ReporterInput } from './reporter-input';
import surface from './surface.module.css';

interface BylineEditorProps {
	head: Head;
	change: (patch: Partial<Head>) => void;
	find: FindReporters;
}

const maxBylines = 20;

/** 署名 as it prints; opened, its rows. */
export function BylineEditor({ head, change, find }: BylineEditorProps) {
	const [isOpen, setOpen] = useState(false);
	const id = useId();
	const { bylines, dateline } = head;
	const named = savedHead(head).bylines;
	const printed = bylineText(named, dateline);
	const nothing = named.length > 0 ? '（署名已在电头里）' : '（还没有署名）';
	const replace = (index: number, patch: Partial<BylineInput>) =>
		change({ bylines: bylines.map((row, at) => (at === index ? { ...row, ...patch } : row)) });
	const add = () => change({ bylines: [...bylines, { role: 'reporter', name: '', office: '', reporterId: null }] });
	return (
		<div className={surface.byline}>
			<p className={surface.bylineText}>{printed || <span className={surface.nothing}>{nothing}</span>}</p>
			<Button
				variant="quiet"
				aria-expanded={isOpen}
				aria-controls={id}
				data-head="byline"
				onClick={() => {
					if (!isOpen && bylines.length === 0) add();
					setOpen(!isOpen);
				}}
			>
				{isOpen ? '收起署名' : '编辑署名'}
			</Button>
			{isOpen && (
				<div id={id} className={styles.bylines}>
					<ol className={styles.bylineRows} aria-label="署名">
						{bylines.map((row, index) => (
							<BylineRow
								// biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own until it is typed
								key={index}
								row={row}
								number={index + 1}
								isLast={index === bylines.length - 1}
								find={find}
								onChange={(patch) => replace(index, patch)}
								onMove={(by) => change({ bylines: moveRow(bylines, index, by) })}
								onRemove={() => change({ bylines: bylines.toSpliced(index, 1) })}
							/>
						))}
					</ol>
					<Button disabled={bylines.length >= maxBylines} onClick={add}>
						添加一人
					</Button>
				</div>
			)}
		</div>
	);
}

interface BylineRowProps {
	row: BylineInput;
	number: number;
	isLast: boolean;
	find: FindReporters;
	onChange: (patch: Partial<BylineInput>) => void;
	onMove: (by: -1 | 1) => void;
	onRemove: () => void;
}

function BylineRow({ row, number, isLast, find, onChange, onMove, onRemove }: BylineRowProps) {
	const who = row.name || `第 ${number} 人`;
	return (
		<li className={styles.bylineRow}>
			<Select
				aria-label={`${who}的身份`}
				value={row.role}
				onChange={(event) => {
					const role = event.target.value as BylineInput['role'];
					onChange({ role, office: role === 'author' ? row.office : '' });
				}}
			>
				{Object.entries(bylineRoleNames).map(([role, name]) => (
					<option key={role} value={role}>
						{name}
					</option>
				))}
			</Select>
			<div>
				<ReporterInput
					label={`第 ${number} 人的姓名`}
					name={row.name}
					find={find}
					onChange={(name, reporterId) => onChange({ name, reporterId })}
				/>
				<span className={styles.linked}>
					{row.reporterId ? '已关联记者' : row.name && '未关联记者，按手写的姓名刊出'}
				</span>
			</div>
			{row.role === 'author' && (
				<TextInput
					aria-label={`${who}的职务`}
					placeholder="职务，如：青禾镇党委书记"
					value={row.office}
					maxLength={60}
					onChange={(event) => onChange({ office: event.target.value })}
				/>
			)}
			<span className={styles.bylineActs}>
				<Button variant="quiet" aria-label={`${who}上移`} disabled={number === 1} onClick={() => onMove(-1)}>
					上移
				</Button>
				<Button variant="quiet" aria-label={`${who}下移`} disabled={isLast} onClick={() => onMove(1)}>
					下移
				</Button>
				<Button variant="quiet" aria-label={`移除${who}`} onClick={onRemove}>
					移除
				</Button>
			</span>
		</li>
	);
}
