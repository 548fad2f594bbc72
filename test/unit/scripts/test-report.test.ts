import { describe, expect, it } from 'vitest';
import { countExitCode, countPlaywright, countVitest, summarise } from '../../../scripts/test-report.mjs';

const vitestReport = (over: object) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...over,
});

describe('counting a vitest run', () => {
  it('adds up passed, failed and skipped', () => {
    const report = vitestReport({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const report = vitestReport({ testResults: [{ status: 'failed', assertionResults: [] }] });
    expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('counts a run that failed without a failed test as a failure', () => {
    expect(countVitest(vitestReport({}), 1).failed).toBe(1);
  });

  it('counts a runner that crashed before its report as a failure', () => {
    expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a run of no test as a failure', () => {
    expect(countVitest(vitestReport({ numPassedTests: 0, numPendingTests: 4 }), 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 4,
    });
  });
});

describe('counting a Playwright run', () => {
  it('counts a flaky test as failed', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } };
    expect(countPlaywright(report, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('counts a run without a report, or without a test, as a failure', () => {
    expect(countPlaywright(undefined, 0).failed).toBe(1);
    expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } }, 0).failed).toBe(
      1,
    );
  });
});

describe('the summary', () => {
  const part = (over: object) => ({ name: 'unit', passed: 0, failed: 0, skipped: 0, seconds: 1, ...over });

  it('closes with the sums alone on a line', () => {
    const parts = [part({ passed: 10 }), part({ name: 'types', ...countExitCode(0) })];
    expect(summarise(parts)).toMatchObject({ closingLine: '11 passed, 0 failed', code: 0 });
  });

  it('names skipped tests and fails when anything failed', () => {
    const parts = [part({ passed: 10, skipped: 1 }), part({ name: 'lint', ...countExitCode(3) })];
    const summary = summarise(parts);
    expect(summary).toMatchObject({ closingLine: '10 passed, 1 failed, 1 skipped', code: 1 });
    expect(summary.rows[1]).toMatch(/^FAILED {2}lint/);
  });
});
