'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { useAction } from '@/components/ui/use-action';
import { importTermsAction } from './actions';

interface Imported {
	added: number;
	known: number;
	faults: { line: number; text: string; message: string }[];
}

/** Terms from pasted lines; lines that make none are shown with what is wrong, and stay in the field. */
export function ImportButton() {
	const [open, setOpen] = useState(false);
	const [lines, setLines] = useState('');
	const [imported, setImported] = useState<Imported>();
	const run = useAction(importTermsAction);
	const submit = () =>
		run.run({ lines }, (result) => {
			setImported(result);
			setLines(result.faults.map(({ text }) => text).join('\n'));
		});
	return (
		<>
			<Button onClick={() => setOpen(true)}>粘贴导入</Button>
			<Dialog
				open={open}
				onOpenChange={setOpen}
				title="粘贴导入"
				description="一行一个：不这样写，应写作，提示语，用制表符、箭头、逗号或空格隔开。只有一个词的行进词典。"
			>
				<form
					onSubmit={(event) => {
						event.preventDefault();
						submit();
					}}
				>
					<Field label="词表" error={run.error?.message}>
						<TextArea
							rows={10}
							value={lines}
							placeholder={'青禾 → 青禾镇\n南溪 → 南溪河 河名写全'}
							onChange={(event) => setLines(event.target.value)}
						/>
					</Field>
					<div role="status">{imported && <Outcome imported={imported} />}</div>
					<DialogFoot>
						<Button onClick={() => setOpen(false)}>关闭</Button>
						<Button type="submit" variant="primary" pending={run.pending && '正在导入…'}>
							导入
						</Button>
					</DialogFoot>
				</form>
			</Dialog>
		</>
	);
}

function Outcome({ imported: { added, known, faults } }: { imported: Imported }) {
	return (
		<>
			<p>
				已加入 {added} 个{known > 0 && `，${known} 个原来就有`}。
				{faults.length > 0 && `${faults.length} 行没有加入，留在上面，改好再导入：`}
			</p>
			<ul>
				{faults.map(({ line, text, message }) => (
					<li key={line}>
						“{text}”：{message}
					</li>
				))}
			</ul>
		</>
	);
}
