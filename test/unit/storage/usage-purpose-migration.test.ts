import { expect, it } from 'vitest';
import { openDatabase } from '../../../electron/storage/database.ts';
import { migrations } from '../../../electron/storage/migrations/migrations.ts';
import { createUsageRepository } from '../../../electron/storage/usage.ts';
import { connectionIdSchema } from '../../../shared/ids.ts';
import { makeFolder } from '../../make-folder.ts';
import { someTime } from './open-test-database.ts';

const now = () => new Date(someTime);

it('requests counted before their purpose was told apart still count, and go on counting', () => {
  const folder = makeFolder();
  const before = openDatabase(
    folder,
    now,
    migrations.filter(({ version }) => version < 9),
  );
  before
    .prepare(
      "INSERT INTO connections (id, name, base_url, team_id, api_id, kind, created_at) VALUES ('c', 'first', '', '', '', 'test', ?)",
    )
    .run(someTime);
  before.prepare("INSERT INTO usage VALUES ('c', '2026-05-01', 'orders/query', 7)").run();
  before.close();

  const after = openDatabase(folder, now);
  const usage = createUsageRepository(after);
  const connectionId = connectionIdSchema.parse('c');
  const asked = { day: '2026-05-01', endpoint: 'orders/query' };
  usage.add([{ connectionId, ...asked, purpose: 'orders', requests: 1 }]);
  expect(usage.ofMonth(connectionId, '2026-05')).toBe(8);
  expect(usage.countsOfMonth(connectionId, '2026-05')).toEqual([
    { ...asked, purpose: 'orders', requests: 1 },
    { ...asked, purpose: 'unknown', requests: 7 },
  ]);
  after.close();
});
