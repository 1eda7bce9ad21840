import { describe, expect, it } from 'vitest';
import { readBrowserReport, readUnitReport, sum, tallyOf } from './test-tally.js';

describe('the tally of the tests', () => {
  it('counts a file that does not load as a failure', () => {
    const testResults = [
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }, { status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ];
    expect(readUnitReport({ numPassedTests: 3, numPendingTests: 1, numTodoTests: 1, testResults })).toEqual({
      passed: 3,
      failed: 3,
      skipped: 2,
    });
  });

  it('counts what needed a second try as a failure', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(readBrowserReport({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });

  it('is never without a failure when the run itself failed', () => {
    expect(tallyOf(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(tallyOf({ passed: 4, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 });
    expect(tallyOf({ passed: 4, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 4, failed: 2, skipped: 0 });
    expect(tallyOf({ passed: 4, failed: 0, skipped: 1 }, 0)).toEqual({ passed: 4, failed: 0, skipped: 1 });
  });

  it('is summed', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
    expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
