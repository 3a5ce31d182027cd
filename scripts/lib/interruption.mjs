const lookMilliseconds = 300;
/** One Ctrl-C may come twice: from the terminal and from npm or a supervisor above us. */
const echoMilliseconds = 700;

/**
 * Turns Ctrl-C and SIGTERM into an abort signal, so that each step ends what it has started; at the second signal
 * calls `force` and leaves at once.
 * @param {() => void} force
 */
export function watchInterruption(force) {
	const controller = new AbortController();
	let first = Number.POSITIVE_INFINITY;
	const interrupt = (name) => {
		first = performance.now();
		controller.abort(new Error(`Interrupted by ${name}`));
	};
	const onSignal = (name) => {
		if (!controller.signal.aborted) return interrupt(name);
		if (performance.now() - first < echoMilliseconds) return;
		force();
		process.exit(name === 'SIGINT' ? 130 : 143);
	};
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, onSignal);
	// A terminal that was closed must not keep us from ending what runs.
	for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
	if (process.env.npm_lifecycle_event) watchNpm(() => interrupt('npm'));
	return controller.signal;
}

/** npm passes SIGTERM to the shell between it and us, and that shell dies without passing it on: our parent changes. */
function watchNpm(onGone) {
	const parent = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(timer);
		onGone();
	}, lookMilliseconds);
	timer.unref();
}
