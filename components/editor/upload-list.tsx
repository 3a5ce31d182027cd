'use client';
import { Button } from '@/components/ui/button';
import styles from './editor.module.css';
import type { Upload, Uploads } from './use-uploads';

/** Pictures under way and those that failed, with what to do. The text is not touched by either. */
export function UploadList({ list, retry, dismiss, offered, gather, decline }: Uploads) {
	return (
		<>
			<p role="status" className={styles.offer}>
				{offered > 0 && (
					<>
						刚放进来的 {offered} 张图片挨在一起。
						<Button onClick={gather}>合成组图</Button>
						<Button variant="quiet" onClick={decline}>
							就这样
						</Button>
					</>
				)}
			</p>
			<ul className={styles.uploads} aria-label="图片上传">
				{list.map((upload) => (
					<li key={upload.id} className={styles.upload}>
						<span className={styles.uploadName}>{upload.name}</span>
						<UploadState {...upload} />
						{upload.failure?.again && <Button onClick={() => retry(upload.id)}>重试</Button>}
						{upload.failure && <Button onClick={() => dismiss(upload.id)}>知道了</Button>}
					</li>
				))}
			</ul>
		</>
	);
}

function UploadState({ failure, progress, name }: Upload) {
	if (failure) return <span role="alert">{failure.message}</span>;
	return (
		<>
			<progress value={progress} max={1} aria-label={`上传 ${name}`} />
			<span className={styles.figures}>{progress < 1 ? `${Math.floor(progress * 100)}%` : '正在处理…'}</span>
		</>
	);
}
