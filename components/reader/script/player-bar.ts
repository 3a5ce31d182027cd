interface Controls {
	toggle: () => void;
	/** One sentence on or back. */
	step: (by: 1 | -1) => void;
	/** One story on or back; left out where there is one. */
	skip: ((by: 1 | -1) => void) | undefined;
	faster: () => void;
	close: () => void;
}

interface Playing {
	title: string;
	place: string;
	isPlaying: boolean;
	rate: number;
}

interface PlayerBar {
	show: (playing: Playing) => void;
	focus: () => void;
	holdsFocus: () => boolean;
	remove: () => void;
}

/** 朗读 at the foot of the window: what is read, where it is, its few keys. Esc ends it. */
export function playerBar({ toggle, step, skip, faster, close }: Controls): PlayerBar {
	const bar = document.createElement('section');
	bar.className = 'player';
	bar.ariaLabel = '朗读';
	const what = document.createElement('p');
	const title = document.createElement('b');
	const place = document.createElement('span');
	what.append(title, place);
	const keys = document.createElement('div');
	const key = (words: string, run: () => void) => {
		const button = document.createElement('button');
		button.type = 'button';
		button.textContent = words;
		button.addEventListener('click', run);
		keys.append(button);
		return button;
	};
	if (skip) key('上一篇', () => skip(-1));
	key('上一句', () => step(-1));
	const main = key('暂停', toggle);
	key('下一句', () => step(1));
	if (skip) key('下一篇', () => skip(1));
	const speed = key('', faster);
	key('关闭', close);
	bar.append(what, keys);
	bar.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') close();
	});
	document.body.append(bar);
	return {
		show({ title: words, place: at, isPlaying, rate }) {
			title.textContent = words;
			place.textContent = at;
			main.textContent = isPlaying ? '暂停' : '播放';
			speed.textContent = `${rate} 倍`;
			speed.ariaLabel = `语速 ${rate} 倍，按一下换一档`;
			document.documentElement.style.setProperty('--bars', `${bar.offsetHeight}px`);
		},
		focus: () => main.focus(),
		holdsFocus: () => bar.contains(document.activeElement),
		remove() {
			bar.remove();
			document.documentElement.style.removeProperty('--bars');
		},
	};
}
