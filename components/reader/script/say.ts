const milliseconds = 4000;

let line: HTMLElement | undefined;
let timer = 0;

/** A sentence at the foot of the window, read out, gone after a while. */
export function say(sentence: string): void {
	if (!line) {
		line = document.createElement('p');
		line.className = 'said';
		line.role = 'status';
		document.body.append(line);
	}
	line.textContent = '';
	clearTimeout(timer);
	// A status is read when its text comes into a region that stands already.
	timer = window.setTimeout(() => {
		if (line) line.textContent = sentence;
		timer = window.setTimeout(() => line?.replaceChildren(), milliseconds);
	}, 50);
}
