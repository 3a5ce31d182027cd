import 'server-only';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { pickRendition, type Rendition } from './media';
import { Renditions } from './schema';

/** The stored file that shows a picture about `width` pixels wide; readers' role is not asked. */
export async function getRendition(actor: Actor, id: string, width: number): Promise<Rendition & { hash: string }> {
	must(actor, 'desk.enter');
	const asset = await db.mediaAsset.findFirst({
		where: { id, paperId: actor.paperId },
		select: { hash: true, renditions: true },
	});
	const rendition = asset && pickRendition(Renditions.parse(asset.renditions), width);
	if (!rendition) throw new Refusal('not-found', '没有这张图片，或者它不在本报。');
	return { ...rendition, hash: asset.hash };
}
