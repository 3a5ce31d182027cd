import 'server-only';
import { z } from 'zod';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { getFromWeb, publicInternet, type Reach } from './web';
import { type AddedPicture, addPicture } from './write';

export const WebPictureInput = z.strictObject({ url: z.string().trim().max(4000, '图片的网址最长 4000 字') });
export type WebPictureInput = z.infer<typeof WebPictureInput>;

/** Takes a picture of a pasted page into the stock, by its address. The record keeps where it came from. */
export async function addPictureFromWeb(
	actor: Actor,
	{ url }: WebPictureInput,
	reach: Reach = publicInternet,
): Promise<AddedPicture> {
	must(actor, 'media.upload');
	const bytes = await getFromWeb(url, reach);
	return addPicture(actor, bytes, { filename: new URL(url).pathname.slice(-400), source: url });
}
