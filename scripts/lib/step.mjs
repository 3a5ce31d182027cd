import { ProgramFailed } from './program.mjs';
import { sentenceFor, sentenceForDisk, Trouble } from './trouble.mjs';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const clear = '\r\u001b[2K';

/** Seconds as people say them: 0.4 秒, 12 秒, 1 分 05 秒. */
export function duration(milliseconds) {
	const seconds = milliseconds / 1000;
	if (seconds < 9.95) return `${seconds.toFixed(1)} 秒`;
	const whole = Math.round(seconds);
	if (whole < 60) return `${whole} 秒`;
	return `${Math.floor(whole / 60)} 分 ${String(whole % 60).padStart(2, '0')} 秒`;
}

/**
 * Runs one step of the start and prints its name, outcome and time on one line. A terminal sees it move;
 * anything else gets the finished line only. `work` may return a short outcome (“已是最新”) and may call `note`
 * while it runs.
 */
export async function step(name, work, out = process.stdout) {
	const started = performance.now();
	let said = '';
	let frame = 0;
	const draw = () => {
		frame = (frame + 1) % frames.length;
		const time = duration(performance.now() - started);
		out.write(`${clear}  ${frames[frame]} ${name}  ${cut(said, (out.columns ?? 80) - 30)}  ${time}`);
	};
	const timer = out.isTTY ? setInterval(draw, 100) : null;
	const finish = (mark, outcome) => {
		if (timer) clearInterval(timer);
		const time = duration(performance.now() - started);
		out.write(`${timer ? clear : ''}  ${mark} ${name}  ${outcome}${outcome ? '，' : ''}${time}\n`);
	};
	try {
		const outcome = await work((text) => {
			said = text;
		});
		finish('✓', typeof outcome === 'string' ? outcome : '');
	} catch (error) {
		finish('✗', '');
		throw error;
	}
}

/** Cuts a note to the room that is left on the line, counting a Chinese character as two. */
function cut(text, room) {
	let width = 0;
	let kept = '';
	for (const character of text) {
		width += /[\u1100-\uffdc]/.test(character) ? 2 : 1;
		if (width > room) return `${kept}…`;
		kept += character;
	}
	return kept;
}

/** Prints a failure: one sentence for what the operator can mend, the whole error for what is a bug. */
export function report(error, folders = []) {
	const sentence = error instanceof Trouble ? error.message : (sentenceFor(error) ?? sentenceForDisk(folders));
	if (sentence) console.error(`\n上版无法启动：${sentence}`);
	else if (error instanceof ProgramFailed) console.error(`\n上版无法启动：${error.message}\n${error.tail}`);
	else console.error('\n上版遇到未预料的错误：', error);
}
