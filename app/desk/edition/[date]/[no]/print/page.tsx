import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHead } from '@/components/desk/page-head';
import { Notice } from '@/components/ui/notice';
import { deskRead } from '@/lib/page';
import { weakSentence } from '@/lib/press/press';
import { getPressRoom, type PressSource } from '@/lib/press/read';
import { warmPrinter } from '@/lib/print/print';
import { chineseDate } from '@/lib/time';
import { FileList } from './file-list';
import { PressForm } from './press-form';
import styles from './print.module.css';

interface PrintPageProps {
	params: Promise<{ date: string; no: string }>;
}

export async function generateMetadata({ params }: PrintPageProps): Promise<Metadata> {
	const { date, no } = await params;
	return { title: `${date} 第${no}版印刷输出` };
}

const sourceWords: Record<PressSource, string> = {
	published: '读者现在看到的版本',
	locked: '付印的版本',
	makeup: '还没有付印：导出的是现在的版样',
};

/** 印刷输出: the page for the press, and what readers will get. */
export default async function PrintPage({ params }: PrintPageProps) {
	const { date, no } = await params;
	const room = await deskRead((actor) => getPressRoom(actor, date, no));
	if (room.mayPrint) warmPrinter();
	const back = `/desk/edition/${date}/${no}`;
	return (
		<>
			<PageHead
				back={
					<Link href={back}>
						{chineseDate(date)} {room.no}版
					</Link>
				}
				title={`${room.no}版 ${room.name} 印刷输出`}
				aside={sourceWords[room.source]}
			/>
			{room.weak.length > 0 && (
				<Notice>
					<ul className={styles.weak}>
						{room.weak.map((weak, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: a story may have two pictures of the same resolution
							<li key={index}>{weakSentence(weak)}</li>
						))}
					</ul>
				</Notice>
			)}
			<div className={styles.parts}>
				<PressForm id={room.id} back={back} hasGhostscript={room.hasGhostscript} mayPrint={room.mayPrint} />
				<FileList files={room.files} date={date} no={room.no} isPublished={room.source === 'published'} />
			</div>
		</>
	);
}
