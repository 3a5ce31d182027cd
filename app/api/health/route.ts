import { readHealth } from '@/lib/site/health';

export const dynamic = 'force-dynamic';

/** For load balancers and people: 503 while the newsroom cannot work. */
export async function GET(): Promise<Response> {
	const health = await readHealth();
	return Response.json(health, {
		status: health.status === 'down' ? 503 : 200,
		headers: { 'Cache-Control': 'no-store' },
	});
}
