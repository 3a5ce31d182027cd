/** Time as the saving logic sees it, so that tests can turn it by hand. */
export interface Clock {
	now(): number;
	/** Runs once after `ms`; the answer cancels. */
	after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	after(ms, run) {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	},
};
