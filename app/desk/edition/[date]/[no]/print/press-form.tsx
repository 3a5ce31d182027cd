'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import { bleedMm, colourNames, type PressColour, pressColours } from '@/lib/press/press';
import { fetchPressFile, saveAs } from './press-file';
import styles from './print.module.css';

interface PressFormProps {
	id: string;
	/** The page's own screen. */
	back: string;
	hasGhostscript: boolean;
	mayPrint: boolean;
}

/** What the press gets: chosen here, made on the server, saved by the browser. */
export function PressForm({ id, back, hasGhostscript, mayPrint }: PressFormProps) {
	const router = useRouter();
	const { show } = useToast();
	const [bleed, setBleed] = useState(true);
	const [marks, setMarks] = useState(true);
	const [colour, setColour] = useState<PressColour>(hasGhostscript ? 'pdfx' : 'rgb');
	const [isMaking, setMaking] = useState(false);
	const [trouble, setTrouble] = useState('');
	const make = async () => {
		if (isMaking || !mayPrint) return;
		setMaking(true);
		setTrouble('');
		const outcome = await fetchPressFile({ id, bleed, marks, colour });
		setMaking(false);
		if (typeof outcome === 'string') return setTrouble(outcome);
		saveAs(outcome);
		show({ message: `已导出 ${outcome.name}` });
	};
	useShortcut('e', '导出印刷 PDF', make);
	useShortcut('Escape', '回到版面', () => router.push(back));
	return (
		<section className={styles.part} aria-labelledby="press-head">
			<h2 id="press-head" className={styles.head}>
				印刷 PDF
			</h2>
			<Checkbox checked={bleed} onChange={(event) => setBleed(event.target.checked)}>
				出血 {bleedMm} mm
			</Checkbox>
			<Checkbox checked={marks} onChange={(event) => setMarks(event.target.checked)}>
				裁切线
			</Checkbox>
			<Field
				label="颜色"
				hint={
					hasGhostscript
						? '黑字转为单黑；印厂另有色彩文件时请管理员设置。'
						: '本机没有 Ghostscript，只能导出 RGB，请印厂转换。'
				}
			>
				<Select value={colour} onChange={(event) => setColour(event.target.value as PressColour)}>
					{pressColours.map((each) => (
						<option key={each} value={each} disabled={each !== 'rgb' && !hasGhostscript}>
							{colourNames[each]}
						</option>
					))}
				</Select>
			</Field>
			<div>
				<Button
					variant="primary"
					shortcut="e"
					aria-disabled={!mayPrint || undefined}
					pending={isMaking && '正在打印…'}
					onClick={make}
				>
					导出印刷 PDF
				</Button>
			</div>
			{!mayPrint && <p className={styles.hint}>导出由版面编辑和值班总编来做。</p>}
			{trouble && <Notice tone="error">{trouble}</Notice>}
		</section>
	);
}
