/**
 * How many tests came out how.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 *
 * As much of the JSON reports of vitest and Playwright as is read here.
 * @typedef {object} Report
 * @property {number} [numPassedTests]
 * @property {number} [numPendingTests]
 * @property {number} [numTodoTests]
 * @property {{ status: string, assertionResults: { status: string }[] }[]} [testResults] a file each
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} [stats]
 * @property {unknown[]} [errors] outside any test: a file that does not load
 */

/**
 * @param {Report} report of vitest
 * @returns {Tally}
 */
export function readUnitReport({ numPassedTests = 0, numPendingTests = 0, numTodoTests = 0, testResults = [] }) {
  // A file that does not load has no tests that could fail: it counts as one that did.
  const failed = testResults.map(({ status, assertionResults }) => {
    const inside = assertionResults.filter((each) => each.status === 'failed').length;
    return status === 'failed' ? Math.max(1, inside) : inside;
  });
  return {
    passed: numPassedTests,
    failed: failed.reduce((total, each) => total + each, 0),
    skipped: numPendingTests + numTodoTests,
  };
}

/**
 * @param {Report} report of Playwright
 * @returns {Tally}
 */
export function readBrowserReport({ stats, errors = [] }) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats ?? {};
  return { passed: expected, failed: unexpected + flaky + errors.length, skipped };
}

/**
 * @param {Tally | null} read null: there is no report
 * @param {number} code the exit code of what ran the tests
 * @returns {Tally} with at least one failure when the run itself failed
 */
export function tallyOf(read, code) {
  const { passed, failed, skipped } = read ?? { passed: 0, failed: 0, skipped: 0 };
  const broken = read === null || code !== 0;
  return { passed, failed: broken ? Math.max(1, failed) : failed, skipped };
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}
