'use client';
import Link from 'next/link';
import { recognisedWords } from '@/components/desk/import-file';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { titleOf } from '@/lib/article/article';
import { importLimits } from '@/lib/import/limits';
import styles from './import-desk.module.css';
import type { ImportItem, Imports } from './use-imports';

interface ImportDialogProps {
	imports: Imports;
	open: boolean;
	onOpenChange: (open: boolean) => void;
}

/** Each file with how far it is and what became of it; what did not come along is said here and in the record. */
export function ImportDialog({ imports, open, onOpenChange }: ImportDialogProps) {
	const { list, above, isBusy, retry } = imports;
	return (
		<Dialog open={open} onOpenChange={onOpenChange} title="导入文件" description={summaryOf(imports)}>
			{above > 0 && (
				<p role="alert">
					一次最多导入 {importLimits.files} 个文件，后面 {above} 个没有导入，请分几次来。
				</p>
			)}
			<ul className={styles.files} aria-label="导入的文件" aria-busy={isBusy}>
				{list.map((item) => (
					<li key={item.id} className={styles.file}>
						<span className={styles.name}>{item.file.name}</span>
						<FileState item={item} onRetry={() => retry(item.id)} />
					</li>
				))}
			</ul>
			<DialogFoot>
				<Button variant={isBusy ? 'plain' : 'primary'} onClick={() => onOpenChange(false)}>
					{isBusy ? '收起，继续导入' : '完成'}
				</Button>
			</DialogFoot>
		</Dialog>
	);
}

function summaryOf({ list, isBusy }: Imports): string {
	const done = list.filter((item) => item.outcome).length;
	if (isBusy) return `正在导入，已完成 ${done} / ${list.length} 个。`;
	const made = list.filter((item) => item.outcome?.ok).length;
	const failed = list.length - made;
	return `导入了 ${made} 篇草稿${failed > 0 ? `，${failed} 个文件没有导入` : ''}。`;
}

function FileState({ item: { file, progress, outcome }, onRetry }: { item: ImportItem; onRetry: () => void }) {
	if (!outcome) {
		return (
			<span className={styles.state}>
				{progress === undefined ? (
					'等待'
				) : (
					<>
						<progress value={progress} max={1} aria-label={`上传 ${file.name}`} />
						{progress < 1 ? `${Math.floor(progress * 100)}%` : '正在读取…'}
					</>
				)}
			</span>
		);
	}
	if (!outcome.ok) {
		return (
			<p className={styles.failure} role="alert">
				{outcome.message} {outcome.again && <Button onClick={onRetry}>重试</Button>}
			</p>
		);
	}
	const { id, headline, words, pictures, remarks } = outcome.file;
	return (
		<>
			<p className={styles.state}>
				<Link href={`/desk/article/${id}`} prefetch={false}>
					《{titleOf(headline)}》
				</Link>
				<span>
					{words.toLocaleString('zh-CN')} 字{pictures > 0 && `，${pictures} 张图片`}。{recognisedWords(outcome.file)}
				</span>
			</p>
			{remarks.length > 0 && (
				<ul className={styles.remarks} aria-label={`${file.name} 的导入说明`}>
					{remarks.map((remark) => (
						<li key={remark}>{remark}</li>
					))}
				</ul>
			)}
		</>
	);
}
