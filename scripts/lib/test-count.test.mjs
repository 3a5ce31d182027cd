import { describe, expect, it } from 'vitest';
import { countTests } from './test-count.mjs';

describe('countTests', () => {
	it('counts a test file that did not load as a failure', () => {
		const testResults = [
			{ status: 'failed', assertionResults: [] },
			{ status: 'failed', assertionResults: [{}] },
			{ status: 'passed', assertionResults: [{}] },
		];
		expect(countTests({ numPassedTests: 3, numFailedTests: 1, testResults })).toEqual({ passed: 3, failed: 2 });
	});
});
