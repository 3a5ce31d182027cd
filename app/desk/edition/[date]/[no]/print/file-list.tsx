import { KeepFresh } from '@/components/desk/keep-fresh';
import { type FileState, type FileStates, fileStateNames } from '@/lib/site/page-file/state';
import styles from './print.module.css';

interface FileListProps {
	files: FileStates;
	date: string;
	no: number;
	isPublished: boolean;
}

/** A sign beside the word: a tick, a half, a ring, a cross. */
const signs: Record<FileState, string> = {
	ready: 'M2.5 6.5l2.5 2.5l4.5-5.5',
	making: 'M6 1.75a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 1 0 0-8.5ZM6 2v8M6 3.5h2.6M6 5.2h3.8M6 6.9h3.8M6 8.6h2.6',
	waiting: 'M6 1.75a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 1 0 0-8.5ZM6 3.5v2.7l1.8 1.2',
	failed: 'M2.5 2.5l7 7M9.5 2.5l-7 7',
	notYet: 'M6 1.75a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 1 0 0-8.5Z',
};

/** 读者版文件: what was made for readers before publication, and what was not and why. */
export function FileList({ files, date, no, isPublished }: FileListProps) {
	const { pdf, pictures, edition, picture, trouble } = files;
	const isOnItsWay = [pdf.state, pictures, edition.state].some((state) => state === 'making' || state === 'waiting');
	return (
		<section className={styles.part} aria-labelledby="files-head">
			{isOnItsWay && <KeepFresh />}
			<h2 id="files-head" className={styles.head}>
				读者版文件
			</h2>
			<dl className={styles.files}>
				<dt>本版 PDF</dt>
				<dd>
					<State {...pdf} href={isPublished ? `/paper/${date}/${no}.pdf` : undefined} />
				</dd>
				<dt>版面缩略图</dt>
				<dd>
					<State state={pictures} />
				</dd>
				<dt>整期 PDF</dt>
				<dd>
					<State {...edition} href={isPublished ? `/paper/${date}.pdf` : undefined} />
				</dd>
			</dl>
			<p className={styles.hint}>付印后自动打印，出版那一刻起读者可见；整期 PDF 等各版都付印后打印。</p>
			{picture && (
				// biome-ignore lint/performance/noImgElement: the newsroom's own picture, in its final size
				<img className={styles.picture} {...picture} alt={`第${no}版的样子`} loading="lazy" />
			)}
			{trouble && <p className={styles.trouble}>上一次没有打印成：{trouble}</p>}
		</section>
	);
}

function State({ state, bytes, href }: { state: FileState; bytes?: number; href?: string }) {
	return (
		<span className={styles.state}>
			<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className={styles.sign}>
				<path d={signs[state]} />
			</svg>
			{fileStateNames[state]}
			{bytes !== undefined && <span className={styles.size}>{sizeWords(bytes)}</span>}
			{href && state === 'ready' && (
				<a href={href} type="application/pdf">
					打开
				</a>
			)}
		</span>
	);
}

function sizeWords(bytes: number): string {
	return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
