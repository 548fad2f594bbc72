import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { broken } from '../../../scripts/outbox-model.mjs';
import { outboxMutants } from '../../../scripts/outbox-mutants.mjs';

const checkout = join(import.meta.dirname, '../../..');

it.each(outboxMutants)('the mutant “$name” fits the code', (mutant) => {
  const code = readFileSync(join(checkout, mutant.file), 'utf8');
  expect(broken(mutant, code)).not.toBe(code);
});
