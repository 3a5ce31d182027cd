import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a link carries: which row, and until when. */
export interface PreviewToken {
	id: string;
	/** On the second. */
	expiresAt: Date;
}

const purpose = 'shangban preview link 1';
/** 144 bits: whole base64url characters, so that a seal has one spelling. */
const sealBytes = 18;
const pattern = /^([0-9a-z]{1,40})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{24})$/;

/** The key of links, from the secret that seals everything else: neither opens the other's seals. */
export function previewKey(secret: string): Buffer {
	return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}

/** `id.expiry.seal`, fit for an address; the same for the same link, so that it need not be kept. */
export function sealToken(key: Buffer, { id, expiresAt }: PreviewToken): string {
	const body = `${id}.${Math.floor(expiresAt.getTime() / 1000).toString(36)}`;
	return `${body}.${sealOf(key, body).toString('base64url')}`;
}

/** What a token says, when we have sealed exactly this; undefined for everything else. Whether it is over is not asked. */
export function openToken(key: Buffer, token: string): PreviewToken | undefined {
	const [, id, expiry, seal] = pattern.exec(token) ?? [];
	if (id === undefined || expiry === undefined || seal === undefined) return undefined;
	if (!timingSafeEqual(sealOf(key, `${id}.${expiry}`), Buffer.from(seal, 'base64url'))) return undefined;
	return { id, expiresAt: new Date(Number.parseInt(expiry, 36) * 1000) };
}

function sealOf(key: Buffer, body: string): Buffer {
	return createHmac('sha256', key).update(body).digest().subarray(0, sealBytes);
}
