import { formatTable } from '../../bench/table.mjs';
import { throwaway } from '../../scripts/lib/postgres.mjs';
import { step } from '../../scripts/lib/step.mjs';
import { onGround } from '../ground.mjs';

const sizes = { quick: { races: 200, control: 50 }, full: { races: 10_000, control: 500 } };
const atOnce = 6;
const names = {
	together: '同时保存，不占写稿位',
	forThePlace: '同时保存，争写稿位',
	steal: '强行接手',
	slept: '睡过了头',
	offline: '断网后合并',
};

/** 2–16 pages write one article against each other, through the site's own doors. */
export function proveTwoEditors({ quick, size }) {
	const { control, ...all } = quick ? sizes.quick : sizes.full;
	const total = size ?? all.races;
	return onGround({ name: 'editors', overrides: throwaway }, async (ground) => {
		const site = await ground.serve();
		const { races } = await import('./races.ts');
		const { countUnguardedLosses } = await import('./unguarded.ts');
		const field = await openField(site, ground.newsroom);
		const kinds = Object.keys(races);
		const found = Object.fromEntries(kinds.map((kind) => [kind, []]));
		await step('竞争', async (note) => {
			let begun = 0;
			const lane = async () => {
				while (begun < total) {
					ground.signal.throwIfAborted();
					const kind = kinds[begun++ % kinds.length];
					found[kind].push(await races[kind](field));
					note(`${begun}/${total}`);
				}
			};
			await Promise.all(Array.from({ length: atOnce }, lane));
		});
		let lossy = 0;
		await step('对照', async () => {
			lossy = await countUnguardedLosses(ground.url, ground.newsroom.actors.reporter, control);
		});
		return judge(found, { control, lossy });
	});
}

async function openField(site, newsroom) {
	const { signIn } = await import('./person.ts');
	const { can } = await import('../../lib/auth/can.ts');
	const actors = Object.values(newsroom.actors).filter(
		(actor) => can(actor, 'article.edit') && can(actor, 'article.create'),
	);
	const people = await Promise.all(actors.map((actor) => signIn(site, actor)));
	const editor = people.find(({ actor }) => actor.roles.includes('desk_editor'));
	return { people, editor };
}

function judge(found, { control, lossy }) {
	const sum = (list, value) => list.reduce((total, race) => total + value(race), 0);
	const rows = Object.entries(found).map(([kind, list]) => [
		names[kind],
		list.length,
		sum(list, ({ saves }) => saves),
		sum(list, ({ late }) => late),
		sum(list, ({ lost }) => lost.length),
		sum(list, ({ dropped }) => dropped.length),
		sum(list, ({ mute }) => mute.length),
	]);
	const all = Object.values(found).flat();
	const figures = {
		races: all.length,
		saves: sum(all, ({ saves }) => saves),
		late: sum(all, ({ late }) => late),
		lostUpdates: sum(all, ({ lost }) => lost.length),
		droppedWords: sum(all, ({ dropped }) => dropped.length),
		muteRefusals: sum(all, ({ mute }) => mute.length),
		control: { races: control, lossy },
	};
	const head = ['', '场', '存上', '晚到（409）', '丢失的保存', '丢失的本机文字', '没带对方稿的拒绝'];
	const text = [
		formatTable([head, ...rows.map((row) => row.map(String))]),
		`\n  对照（不比对稿次、没有写稿位）：${control} 场里 ${lossy} 场丢了已确认的保存`,
	].join('\n');
	const isClean = figures.lostUpdates + figures.droppedWords + figures.muteRefusals === 0;
	return { text, figures, holds: isClean && figures.late > 0 && lossy > 0 };
}
