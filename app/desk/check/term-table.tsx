'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { type Severity, severityNames } from '@/lib/check/check';
import type { TermRow } from '@/lib/check/read';
import { addTermAction, retireTermAction } from './actions';
import { TermForm } from './term-form';

export function TermTable({ terms }: { terms: readonly TermRow[] }) {
	const [edited, setEdited] = useState<TermRow>();
	return (
		<>
			<Table caption="本报词表，新加的在前">
				<thead>
					<tr>
						<HeadCell>词</HeadCell>
						<HeadCell>应写作</HeadCell>
						<HeadCell look="minor">轻重</HeadCell>
						<HeadCell look="detail">提示语、依据</HeadCell>
						<HeadCell look="act">
							<span className="visually-hidden">操作</span>
						</HeadCell>
					</tr>
				</thead>
				<tbody>
					{terms.map((term) => (
						<TermLine key={term.id} term={term} onEdit={() => setEdited(term)} />
					))}
				</tbody>
			</Table>
			<Dialog open={edited !== undefined} onOpenChange={() => setEdited(undefined)} title="修改词">
				{edited && <TermForm key={edited.id} term={edited} onClose={() => setEdited(undefined)} />}
			</Dialog>
		</>
	);
}

function TermLine({ term, onEdit }: { term: TermRow; onEdit: () => void }) {
	const { rule, wrong, right, note, source } = term;
	const isOwn = rule === 'own-term';
	const { show } = useToast();
	const retire = useAction(retireTermAction);
	const restore = useAction(addTermAction);
	const severity = term.severity as Severity;
	const undo = () => restore.run({ rule: isOwn ? 'own-term' : 'dictionary', wrong, right, note, source, severity });
	return (
		<tr>
			<Cell>{wrong}</Cell>
			<Cell>{isOwn ? right || '（只提示）' : '词典，不算错'}</Cell>
			<Cell look="minor">{isOwn ? severityNames[severity] : ''}</Cell>
			<Cell look="detail">{[note, source].filter(Boolean).join('　')}</Cell>
			<Cell look="act">
				<Button variant="quiet" aria-label={`修改“${wrong}”`} onClick={onEdit}>
					修改
				</Button>
				<Button
					variant="quiet"
					aria-label={`停用“${wrong}”`}
					pending={retire.pending && '正在停用…'}
					onClick={() => retire.run({ id: term.id }, () => show({ message: `“${wrong}”已停用。`, undo }))}
				>
					停用
				</Button>
			</Cell>
		</tr>
	);
}
