import Link from 'next/link';
import styles from './pagination.module.css';

interface PaginationProps {
	page: number;
	pageSize: number;
	total: number;
	/** What is counted: `篇` */
	unit: string;
	hrefOf: (page: number) => string;
}

/** Where one is in a long list, and the way to its other pages. */
export function Pagination({ page, pageSize, total, unit, hrefOf }: PaginationProps) {
	const pages = Math.max(1, Math.ceil(total / pageSize));
	const count = `共 ${total} ${unit}`;
	if (pages === 1) return <p className={styles.count}>{count}</p>;
	return (
		<nav className={styles.nav} aria-label="分页">
			<p className={styles.count}>
				{count}，第 {page} / {pages} 页
			</p>
			{page > 1 && (
				<Link href={hrefOf(page - 1)} rel="prev" className={styles.step} prefetch={false}>
					上一页
				</Link>
			)}
			{page < pages && (
				<Link href={hrefOf(page + 1)} rel="next" className={styles.step} prefetch={false}>
					下一页
				</Link>
			)}
		</nav>
	);
}
