import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address';
import { publicInternet } from './web';

describe('isPublicAddress', () => {
	it.each([
		...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.1.2.3'],
		...['169.254.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.0.2.1', '192.168.0.1'],
		...['192.88.99.1', '198.18.0.1', '198.19.255.255', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.255'],
		...['240.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8'],
		...[
			'::127.0.0.1',
			'64:ff9b::7f00:1',
			'64:ff9b::808:808',
			'64:ff9b:1::1',
			'100::1',
			'2001::1',
			'2001:0:4136:e378::1',
		],
		...[
			'2001:db8::1',
			'2002:7f00:1::1',
			'2002:c0a8:1::',
			'3fff::1',
			'fc00::1',
			'fd00:ec2::254',
			'fe80::1',
			'fe80::1%eth0',
		],
		...['fec0::1', 'ff02::1', '4000::1', '5f00::1'],
		...[
			'',
			'localhost',
			'example.org',
			'2130706433',
			'0x7f.1',
			'127.1',
			'1.2.3',
			'8.8.8.8.8',
			' 8.8.8.8',
			'8.8.8.8:80',
		],
	])('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));

	it.each([
		...['1.1.1.1', '8.8.8.8', '100.63.255.255', '100.128.0.1', '172.15.255.255', '172.32.0.1', '192.167.255.255'],
		...[
			'169.253.1.1',
			'198.17.1.1',
			'198.20.0.1',
			'223.255.255.255',
			'2400:3200::1',
			'2606:4700::1111',
			'2a00:1450::1',
			'240e::1',
		],
	])('takes %s', (address) => expect(isPublicAddress(address)).toBe(true));
});

describe('the hosts of addresses, as the standard reads them', () => {
	/** Every spelling of a host that ends at an address is judged by that address. */
	const judge = (url: string) => {
		const { hostname } = new URL(url);
		return isPublicAddress(hostname.replace(/^\[|\]$/g, ''));
	};
	it.each([
		...[
			'http://2130706433/',
			'http://0x7f000001/',
			'http://017700000001/',
			'http://0177.0.0.1/',
			'http://0x7f.0.0.1/',
			'http://127.1/',
		],
		...[
			'http://127.0.1/',
			'http://127.0.0.1./',
			'http://１２７.０.０.１/',
			'http://127。0。0。1/',
			'http://%31%32%37.0.0.1/',
			'http://①②⑦.⓪.⓪.①/',
		],
		...[
			'http://[::1]/',
			'http://[0:0:0:0:0:0:0:1]/',
			'http://[::ffff:127.0.0.1]/',
			'http://[::ffff:7f00:1]/',
			'http://[0000::1]/',
		],
		...[
			'http://3232235777/',
			'http://0xA9FEA9FE/',
			'http://169.254.43518/',
			'http://0/',
			'http://0.0.0.0/',
			'http://user:pass@10.0.0.1/',
		],
		...['http://localhost/', 'http://localhost./', 'http://LOCALHOST/', 'http://metadata.google.internal/'],
	])('%s is not public by its own name', (url) => expect(judge(url)).toBe(false));
});

describe('publicInternet', () => {
	it('goes to the web’s ports only', () => {
		expect(publicInternet.mayReach('8.8.8.8', 80)).toBe(true);
		expect(publicInternet.mayReach('8.8.8.8', 443)).toBe(true);
		for (const port of [22, 25, 5432, 6379, 8080, 11211]) expect(publicInternet.mayReach('8.8.8.8', port)).toBe(false);
		expect(publicInternet.mayReach('127.0.0.1', 80)).toBe(false);
	});
});
