'use client';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { deskPictureSrc } from '@/lib/media/media';
import styles from './reporter.module.css';

interface PortraitFieldProps {
	id: string | null;
	onChange: (id: string | null) => void;
	error?: string;
}

/** A reporter's portrait: chosen, sent to the stock of pictures at once, shown as it will be. */
export function PortraitField({ id, onChange, error }: PortraitFieldProps) {
	const note = useId();
	const [sending, setSending] = useState(false);
	const [trouble, setTrouble] = useState('');

	async function send(file: File | undefined) {
		if (!file) return;
		setSending(true);
		setTrouble('');
		const answer = await upload(file);
		setSending(false);
		if ('id' in answer) onChange(answer.id);
		else setTrouble(answer.message);
	}

	return (
		<div className={styles.portraitField}>
			{id ? (
				// biome-ignore lint/performance/noImgElement: next/image writes a style attribute, which the content policy forbids
				<img src={deskPictureSrc(id, 480)} alt="头像" width={90} height={120} className={styles.portrait} />
			) : (
				<div className={styles.noPortrait}>没有头像</div>
			)}
			<div className={styles.portraitChoice}>
				<p className={styles.portraitLabel}>头像</p>
				<label className={styles.pick}>
					{id ? '换一张头像' : '选择头像'}
					<input
						type="file"
						accept="image/jpeg,image/png,image/webp,image/avif"
						className="visually-hidden"
						disabled={sending}
						aria-describedby={note}
						onChange={(event) => send(event.currentTarget.files?.[0])}
					/>
				</label>
				<p id={note} className={styles.note}>
					竖幅 3:4 为宜，20 MB 以内。
				</p>
				<p role="status" className={styles.note}>
					{sending && '正在上传…'}
				</p>
				<p role="alert" className={styles.error}>
					{trouble || error}
				</p>
				{id && (
					<Button variant="quiet" onClick={() => onChange(null)}>
						去掉头像
					</Button>
				)}
			</div>
		</div>
	);
}

async function upload(file: File): Promise<{ id: string } | { message: string }> {
	const body = new FormData();
	body.set('file', file);
	try {
		const answer = await fetch('/api/media', { method: 'POST', body });
		return (await answer.json()) as { id: string } | { message: string };
	} catch {
		return { message: '上传没有成功，可能网络断开了。请再选一次。' };
	}
}
