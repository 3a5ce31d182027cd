'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import type { OwedNotice } from '@/lib/edition/notice/read';
import { chineseDate } from '@/lib/time';
import { waiveNoticeAction, writeNoticeAction } from '../actions';
import styles from './owed-notices.module.css';

interface OwedNoticesProps {
	notices: readonly OwedNotice[];
	mayWrite: boolean;
	mayWaive: boolean;
}

/** 更正版位: the places that this edition keeps for corrections of earlier ones, until each is printed or waived. */
export function OwedNotices({ notices, mayWrite, mayWaive }: OwedNoticesProps) {
	const [waived, setWaived] = useState<OwedNotice>();
	if (notices.length === 0) return null;
	return (
		<section className={styles.owed} aria-labelledby="owed">
			<h2 id="owed">更正版位</h2>
			<ul>
				{notices.map((notice) => (
					<li key={notice.id}>
						<p className={styles.place}>第{notice.pageNo}版</p>
						<div>
							<p>
								{chineseDate(notice.date)}《{notice.headline}》：{notice.note}
							</p>
							<p className={styles.state}>{stateOf(notice)}</p>
						</div>
						<div className={styles.acts}>
							{notice.articleId ? (
								<Link href={`/desk/article/${notice.articleId}`} prefetch={false}>
									打开更正稿
								</Link>
							) : (
								mayWrite && <WriteButton id={notice.id} />
							)}
							{mayWaive && !notice.isPlaced && (
								<Button variant="quiet" onClick={() => setWaived(notice)}>
									豁免
								</Button>
							)}
						</div>
					</li>
				))}
			</ul>
			{waived && <WaiveDialog notice={waived} onClose={() => setWaived(undefined)} />}
		</section>
	);
}

function stateOf({ articleId, isPlaced, pageNo }: OwedNotice): string {
	if (isPlaced) return '已上版，随本期刊出';
	return articleId ? `更正稿已写，签发后请放到第${pageNo}版` : `为它留着第${pageNo}版的相应位置`;
}

function WriteButton({ id }: { id: string }) {
	const router = useRouter();
	const { show } = useToast();
	const { run, pending } = useAction(writeNoticeAction);
	return (
		<Button
			pending={pending && '正在起草…'}
			onClick={() =>
				run(
					{ id },
					({ articleId }) => router.push(`/desk/article/${articleId}`),
					({ message }) => show({ message, tone: 'error' }),
				)
			}
		>
			写更正稿
		</Button>
	);
}

function WaiveDialog({ notice, onClose }: { notice: OwedNotice; onClose: () => void }) {
	const [why, setWhy] = useState('');
	const { run, pending, error } = useAction(waiveNoticeAction);
	return (
		<Dialog
			open
			onOpenChange={() => !pending && onClose()}
			title={`豁免《${notice.headline}》的更正？`}
			description="报纸上不再为它刊登更正；网页上的更正说明不变。理由记入留痕，不能恢复。"
		>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					run({ id: notice.id, why }, onClose);
				}}
			>
				<Field label="理由" error={error?.fields.why}>
					<TextArea value={why} maxLength={200} required onChange={(event) => setWhy(event.target.value)} />
				</Field>
				{error && !error.fields.why && <Notice tone="error">{error.message}</Notice>}
				<DialogFoot>
					<Button disabled={pending} onClick={onClose}>
						取消
					</Button>
					<Button type="submit" variant="danger" pending={pending && '正在豁免…'}>
						豁免
					</Button>
				</DialogFoot>
			</form>
		</Dialog>
	);
}
