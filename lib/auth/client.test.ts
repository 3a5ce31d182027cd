import { expect, it } from 'vitest';
import { clientOf, forgetForwarding } from './client';

const read = (headers: Record<string, string>) => clientOf(new Headers(headers));

it('takes the address that was written nearest to us', () => {
	expect(read({ 'x-forwarded-for': '6.6.6.6, 10.0.0.9', 'user-agent': 'Firefox' })).toEqual({
		ip: '10.0.0.9',
		agent: 'Firefox',
	});
	expect(read({ 'x-forwarded-for': '::ffff:10.0.0.9' }).ip).toBe('10.0.0.9');
	expect(read({})).toEqual({ ip: '', agent: '' });
});

it('cuts what is longer than any browser or address', () => {
	const { ip, agent } = read({ 'x-forwarded-for': 'f'.repeat(99), 'user-agent': 'x'.repeat(999) });
	expect([ip.length, agent.length]).toEqual([45, 300]);
});

it('forgets what a client says of forwarding', () => {
	const headers = {
		host: 'a',
		forwarded: 'for=6.6.6.6',
		'x-forwarded-for': '6.6.6.6',
		'x-forwarded-proto': 'https',
		'x-real-ip': '6',
	};
	const request = { headers, socket: { remoteAddress: '10.0.0.9' } };
	forgetForwarding(request);
	expect(request.headers).toEqual({ host: 'a', 'x-forwarded-for': '10.0.0.9' });
});
