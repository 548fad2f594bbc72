import { PlainFailure } from '../plain-failure.mjs';

/** The oldest Node.js that Order Desk is built and tested with: "engines" in package.json. */
export const oldestNode = '20.19.0';
const oldestNpm = '10.0.0';

/** @param {string} version */
export function expectNode(version) {
  if (isOlder(version, oldestNode)) {
    throw new PlainFailure(
      `Node.js ${version} is too old: Order Desk needs ${oldestNode} or newer. Install it from nodejs.org and run the command again.`,
    );
  }
}

/** @param {string} version */
export function expectNpm(version) {
  if (isOlder(version, oldestNpm)) {
    throw new PlainFailure(
      `npm ${version} is too old to install from the lock file: run "npm install --global npm@11" and then this command again.`,
    );
  }
}

/**
 * Whether a version of three numbers comes before another. A text that is no version is older than any.
 * @param {string} version
 * @param {string} than
 */
export function isOlder(version, than) {
  const [left, right] = [version, than].map((text) =>
    text.replace(/^v/, '').split('.').map(Number.parseFloat),
  );
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? Number.NaN) - (right?.[index] ?? 0);
    if (difference !== 0) return !(difference > 0);
  }
  return false;
}
