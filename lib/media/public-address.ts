import { BlockList, isIP } from 'node:net';

/** IPv4 that is not the public internet's. Source: IANA IPv4 Special-Purpose Address Registry. */
const special = new BlockList();
for (const [network, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.31.196.0', 24],
	['192.52.193.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['192.175.48.0', 24],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
] as const) {
	special.addSubnet(network, bits, 'ipv4');
}

/** The one block of IPv6 that is given out to the public, and what in it is not. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
const reserved = new BlockList();
for (const [network, bits] of [
	['2001::', 23], // Teredo, ORCHID, benchmarks
	['2001:db8::', 32],
	['2002::', 16], // 6to4 carries an IPv4 address of any kind
	['2620:4f:8000::', 48],
	['3fff::', 20],
] as const) {
	reserved.addSubnet(network, bits, 'ipv6');
}

/**
 * Whether an address, as text, is one of the public internet: not this machine's, a private network's, a cloud's
 * metadata, or reserved. IPv6 is taken only from the block that is given out, so that no form which carries an IPv4
 * address (mapped, compatible, NAT64, 6to4, Teredo) passes. What is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
	switch (isIP(address)) {
		case 4:
			return !special.check(address, 'ipv4');
		case 6:
			// An address with a zone is of the local link.
			return !address.includes('%') && global.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
		default:
			return false;
	}
}
