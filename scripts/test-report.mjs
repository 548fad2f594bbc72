/**
 * What one part of the tests came to.
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number }} PartResult
 */

/**
 * Counts of a run that has no report but its exit code: one test, passed or failed.
 * @param {number} code
 */
export function countExitCode(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * Counts of vitest's JSON report. A file that could not even be loaded holds no test and counts as one failure.
 * @param {unknown} report
 * @param {number} code The exit code.
 */
export function countVitest(report, code) {
  if (!isRecord(report)) return expectTests({ passed: 0, failed: 0, skipped: 0 }, code);
  const files = Array.isArray(report.testResults) ? report.testResults : [];
  const unloaded = files.filter(
    (file) => file?.status === 'failed' && file.assertionResults?.length === 0,
  ).length;
  const counts = {
    passed: numberIn(report.numPassedTests),
    failed: numberIn(report.numFailedTests) + unloaded,
    skipped: numberIn(report.numPendingTests) + numberIn(report.numTodoTests),
  };
  return expectTests(counts, code);
}

/**
 * Counts of Playwright's JSON report. A flaky test has failed once, and counts as failed.
 * @param {unknown} report
 * @param {number} code The exit code.
 */
export function countPlaywright(report, code) {
  const stats = isRecord(report) && isRecord(report.stats) ? report.stats : {};
  const counts = {
    passed: numberIn(stats.expected),
    failed: numberIn(stats.unexpected) + numberIn(stats.flaky),
    skipped: numberIn(stats.skipped),
  };
  return expectTests(counts, code);
}

/**
 * The table that the tests end with, and the closing line for machines.
 * @param {readonly PartResult[]} parts
 */
export function summarise(parts) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    parts.reduce((total, part) => total + part[key], 0);
  const rows = parts.map(({ name, passed, failed, skipped, seconds }) =>
    [
      failed > 0 ? 'FAILED' : 'passed',
      name.padEnd(24),
      `${passed} passed`.padStart(12),
      `${failed} failed`.padStart(10),
      skipped > 0 ? `${skipped} skipped`.padStart(11) : ''.padStart(11),
      `${seconds.toFixed(0)} s`.padStart(7),
    ].join('  '),
  );
  const failed = sum('failed');
  const skipped = sum('skipped');
  const closingLine = `${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { rows, closingLine, code: failed > 0 ? 1 : 0 };
}

/**
 * A runner that failed without naming a failed test, or that ran none, counts as one failure.
 * @param {{ passed: number, failed: number, skipped: number }} counts
 * @param {number} code
 */
function expectTests(counts, code) {
  const ranNone = counts.passed + counts.failed === 0;
  return counts.failed === 0 && (code !== 0 || ranNone) ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null;
}

/** @param {unknown} value */
function numberIn(value) {
  return typeof value === 'number' ? value : 0;
}
