import { z } from 'zod';
import { pictureLimits } from '@/lib/media/media';

const Added = z.object({ id: z.string(), caption: z.string(), credit: z.string(), alt: z.string() });
const Declined = z.object({ message: z.string() });

/** A stored picture with the words proposed for its figure, or why there is none. */
export type UploadOutcome =
	| { ok: true; picture: z.infer<typeof Added> }
	/** `again` says whether the same file may be taken another time. */
	| { ok: false; message: string; again: boolean };

/** Sends one picture; `onProgress` is told how much of it is on the server, from 0 to 1. Never throws. */
export function uploadPicture(file: File, onProgress: (part: number) => void): Promise<UploadOutcome> {
	if (file.size > pictureLimits.bytes) {
		const message = `图片最大 ${pictureLimits.bytes / 1024 / 1024} MB，这个文件有 ${(file.size / 1024 / 1024).toFixed(1)} MB。请压缩后再传。`;
		return Promise.resolve({ ok: false, message, again: false });
	}
	return new Promise((resolve) => {
		// fetch tells nothing of how far an upload has come.
		const request = new XMLHttpRequest();
		request.open('POST', '/api/media');
		request.responseType = 'json';
		request.upload.onprogress = (event) => onProgress(event.loaded / event.total);
		request.onload = () => resolve(toOutcome(request.status, request.response));
		request.onerror = () => resolve({ ok: false, message: '网络断开了，图片没有传上去。', again: true });
		const form = new FormData();
		form.append('file', file);
		request.send(form);
	});
}

/** A door's answer about a picture. */
export function toOutcome(status: number, answer: unknown): UploadOutcome {
	const added = Added.safeParse(answer);
	if (status === 200 && added.success) return { ok: true, picture: added.data };
	const declined = Declined.safeParse(answer);
	const message = declined.success ? declined.data.message : '服务器出了错，图片没有存下。';
	return { ok: false, message, again: status === 401 || status >= 500 };
}
