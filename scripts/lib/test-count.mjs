/**
 * The figures of a vitest report: tests that passed and failed; a file that could not be loaded has no tests and
 * counts as one failure.
 */
export function countTests({ numPassedTests, numFailedTests, testResults }) {
	const unloaded = testResults.filter(
		({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
	);
	return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}
