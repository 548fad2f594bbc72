import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * The import rules live in biome.json. A rule that no longer matches anything stays silent, so each one is
 * shown here a file that breaks it, and one that does not.
 */
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
const config = join(import.meta.dirname, '../../../biome.json');

let project: string;
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'import-rules-'));
});
afterAll(() => rm(project, { recursive: true, force: true }));

/** The rules that Biome reports for files laid out as given (path → source). */
async function brokenRules(files: Readonly<Record<string, string>>): Promise<string[]> {
  const root = await mkdtemp(join(project, 'case-'));
  for (const [path, source] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), source);
  }
  const settings: unknown = JSON.parse(await readFile(config, 'utf8'));
  await writeFile(
    join(root, 'biome.json'),
    JSON.stringify({ ...(settings as object), $schema: undefined, vcs: { enabled: false } }),
  );
  const report = await new Promise<string>((resolve) => {
    execFile(process.execPath, [biome, 'lint', '--reporter=json', '.'], { cwd: root }, (_error, stdout) =>
      resolve(stdout),
    );
  });
  return [...report.matchAll(/"category":\s*"lint\/\w+\/(\w+)"/g)].map((match) => match[1] ?? '');
}

const use = (from: string) => `import { thing } from '${from}';\nexport const used = thing;\n`;

describe('import rules', () => {
  it.each([
    ['shared/a.ts', 'node:fs'],
    ['shared/a.ts', 'electron'],
    ['shared/a.ts', '../electron/log.ts'],
    ['shared/deep/a.ts', '../../renderer/app/app.tsx'],
    ['renderer/a.tsx', 'node:path'],
    ['renderer/a.tsx', 'electron'],
    ['renderer/orders/a.tsx', '../../electron/log.ts'],
    ['electron/order-desk.ts', 'electron'],
    ['electron/ipc/orders-handlers.ts', 'electron'],
    ['electron/order-desk.ts', './shell/menu.ts'],
    ['electron/outbox/a.ts', '../../renderer/app/app.tsx'],
    ['electron/storage/a.ts', '../services/drafts.ts'],
    ['electron/storage/a.ts', '../pims/pims-client.ts'],
    ['electron/storage/drafts/a.ts', '../../services/drafts.ts'],
    ['electron/storage/drafts/a.ts', '../../outbox/outbox.ts'],
    ['electron/outbox/looking/a.ts', '../../services/drafts.ts'],
    ['electron/pims/a.ts', '../storage/database.ts'],
    ['electron/network/a.ts', '../pims/pims-client.ts'],
    ['electron/credentials/a.ts', '../storage/database.ts'],
    ['electron/outbox/a.ts', '../services/drafts.ts'],
    ['electron/services/a.ts', '../order-desk.ts'],
    ['electron/practice-server/a.ts', '../pims/pims-client.ts'],
    ['electron/ipc/a.ts', '../storage/database.ts'],
  ])('refuses that %s imports %s', async (path, from) => {
    expect(await brokenRules({ [path]: use(from) })).toEqual(['noRestrictedImports']);
  });

  it.each([
    ['shared/a.ts', 'zod'],
    ['shared/deep/a.ts', '../ids.ts'],
    ['renderer/a.tsx', '../shared/ids.ts'],
    ['electron/main.ts', 'electron'],
    ['electron/preload.ts', 'electron'],
    ['electron/shell/menu.ts', 'electron'],
    ['electron/ipc/register.ts', 'electron'],
    ['electron/pims/a.ts', '../../shared/pims/fields.ts'],
    ['electron/services/a.ts', '../outbox/outbox.ts'],
    ['electron/outbox/a.ts', '../storage/database.ts'],
    ['electron/outbox/looking/a.ts', '../../storage/database.ts'],
    ['electron/storage/submissions/a.ts', '../../../shared/outbox/submission.ts'],
  ])('allows that %s imports %s', async (path, from) => {
    expect(await brokenRules({ [path]: use(from) })).toEqual([]);
  });

  it('refuses imports that go in a circle', async () => {
    const rules = await brokenRules({
      'shared/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
      'shared/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    });
    expect(new Set(rules)).toEqual(new Set(['noImportCycles']));
  });
});
