import { PageMap } from '@/components/reader/page-map';
import type { MadePage } from '@/lib/makeup/remake';
import styles from './page-thumb.module.css';

interface PageThumbProps {
	made: MadePage;
	name: string;
	/** What it is like, under its name. */
	note: string;
	onChoose: () => void;
}

/** A page in small to choose: heads, text in grey, pictures. */
export function PageThumb({ made, name, note, onChoose }: PageThumbProps) {
	return (
		<button type="button" className={styles.thumb} onClick={onChoose}>
			<PageMap page={made} />
			<span className={styles.name}>{name}</span>
			<span className={styles.note}>{note}</span>
		</button>
	);
}

/** What a made-up page is like, in a few words. */
export function pageNote({ sheet: { free, taboos } }: MadePage): string {
	const over = free.overset.reduce((sum, { lines }) => sum + lines, 0);
	const fit = over > 0 ? `溢文 ${over} 行` : free.holes > 0 ? `余空 ${free.holes} 行` : '排满';
	return `${fit}，${taboos.length > 0 ? `禁忌 ${taboos.length} 处` : '没有禁忌'}`;
}
