import { importIdSchema } from '../../../shared/ids.ts';
import { openPlainDesk } from '../../child-programs/plain-desk.ts';

/*
 * A process of its own that imports many drafts. It tells its parent when it begins to create them, and is then killed at
 * any moment.
 */

export interface DyingImport {
  readonly folder: string;
  readonly drafts: number;
  readonly lines: number;
}

const { folder, drafts, lines }: DyingImport = JSON.parse(process.argv[2] ?? '');
const { desk } = await openPlainDesk(folder);
const id = importIdSchema.parse(crypto.randomUUID());
for (let ordinal = 0; ordinal < drafts; ordinal += 1) {
  const of = Array.from({ length: lines }, (_, index) => ({ DESCRIPTION: `Line ${index}`, QUANTITY: '1' }));
  await desk.imports.stage({ id, pieces: [{ ordinal, header: {}, lines: of }] });
}
const rows = { read: drafts * lines, created: drafts * lines, rejected: 0, leftOut: 0 };
const source = { name: 'many.csv', contentHash: 'a'.repeat(64), rows };
process.send?.('creating', () => {
  void desk.imports
    .create({ id, target: { kind: 'new-drafts' }, source })
    .then(() => process.send?.('created'));
});
