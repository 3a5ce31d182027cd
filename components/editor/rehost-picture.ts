import { toOutcome, type UploadOutcome } from './upload-picture';

/** Asks the server to take a picture from the network into the stock. Never throws. */
export async function rehostPicture(url: string): Promise<UploadOutcome> {
	try {
		const answer = await fetch('/api/media/web', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ url }),
		});
		return toOutcome(answer.status, await answer.json().catch(() => undefined));
	} catch {
		return { ok: false, message: '网络断开了，图片没有取来。', again: true };
	}
}
