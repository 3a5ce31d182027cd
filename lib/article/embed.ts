/**
 * Sound and film from elsewhere: which addresses may stand in an article. A reader's page plays nothing and asks
 * nobody: it names the piece and links to it, so that no other house learns who reads.
 */

export type EmbedKind = 'audio' | 'video';

export interface EmbedSource {
	kind: EmbedKind;
	/** Who plays it, as readers know the house; of a file, its host. */
	name: string;
}

const both: EmbedKind[] = ['video', 'audio'];

/** Players by host; their pages under any name of that host. The first kind is taken where the address does not tell. */
const players: { host: string; name: string; kinds: EmbedKind[] }[] = [
	{ host: 'cctv.com', name: '央视网', kinds: both },
	{ host: 'cntv.cn', name: '央视网', kinds: both },
	{ host: 'cnr.cn', name: '央广网', kinds: ['audio', 'video'] },
	{ host: 'people.com.cn', name: '人民网', kinds: both },
	{ host: 'xinhuanet.com', name: '新华网', kinds: both },
	{ host: 'news.cn', name: '新华网', kinds: both },
	{ host: 'bilibili.com', name: '哔哩哔哩', kinds: both },
	{ host: 'v.qq.com', name: '腾讯视频', kinds: ['video'] },
	{ host: 'youku.com', name: '优酷', kinds: ['video'] },
	{ host: 'iqiyi.com', name: '爱奇艺', kinds: ['video'] },
	{ host: 'mgtv.com', name: '芒果TV', kinds: ['video'] },
	{ host: 'miguvideo.com', name: '咪咕视频', kinds: ['video'] },
	{ host: 'ixigua.com', name: '西瓜视频', kinds: ['video'] },
	{ host: 'douyin.com', name: '抖音', kinds: ['video'] },
	{ host: 'kuaishou.com', name: '快手', kinds: ['video'] },
	{ host: 'haokan.baidu.com', name: '好看视频', kinds: ['video'] },
	{ host: 'ximalaya.com', name: '喜马拉雅', kinds: ['audio'] },
	{ host: 'qingting.fm', name: '蜻蜓FM', kinds: ['audio'] },
	{ host: 'lizhi.fm', name: '荔枝', kinds: ['audio'] },
	{ host: 'xiaoyuzhoufm.com', name: '小宇宙', kinds: ['audio'] },
	{ host: 'y.qq.com', name: 'QQ音乐', kinds: ['audio'] },
	{ host: 'music.163.com', name: '网易云音乐', kinds: ['audio'] },
];

/** Names of the houses whose players may be linked, for the sentence that refuses another. */
export const playerNames: string[] = [...new Set(players.map((player) => player.name))];

const files: Record<EmbedKind, RegExp> = {
	audio: /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i,
	video: /\.(?:mp4|m4v|mov|webm|ogv)$/i,
};

const longestAddress = 2000;

/**
 * What an address plays: a file of sound or film by its ending, or a page of a known player; undefined for everything
 * else. Only https, without name or password, at the usual port.
 */
export function embedSourceOf(address: string): EmbedSource | undefined {
	if (address.length > longestAddress || !/^https:\/\/[^\s\\]+$/i.test(address)) return undefined;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	// A name with a top-level domain: no bare host of the house, no number.
	if (!url || url.username || url.password || url.port || !/\.(?!\d+$)[a-z0-9-]{2,}$/.test(url.hostname))
		return undefined;
	const kind = (['audio', 'video'] as const).find((each) => files[each].test(url.pathname));
	const player = players.find(({ host }) => url.hostname === host || url.hostname.endsWith(`.${host}`));
	if (player) return { kind: kind ?? player.kinds[0]!, name: player.name };
	return kind && { kind, name: url.hostname };
}

export const embedKindNames: Record<EmbedKind, string> = { audio: '音频', video: '视频' };

/** 3:07, 1:02:03; empty where the length is not known. */
export function durationText(seconds: number): string {
	if (seconds === 0) return '';
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	return (parts[0] === 0 ? parts.slice(1) : parts)
		.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0')))
		.join(':');
}

/** Seconds from `3:07`, `1:02:03` or `95`; 0 from nothing, undefined from anything else. */
export function parseDuration(text: string): number | undefined {
	const plain = text.trim().replaceAll('：', ':');
	if (plain === '') return 0;
	if (!/^\d{1,5}(?::[0-5]?\d){0,2}$/.test(plain)) return undefined;
	const seconds = plain.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
	return seconds <= longestSeconds ? seconds : undefined;
}

/** A day. */
export const longestSeconds = 86_400;
