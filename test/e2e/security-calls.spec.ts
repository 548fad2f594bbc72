import { join } from 'node:path';
import { type Channel, contract } from '../../shared/ipc/contract.ts';
import { expect, test } from './harness/fixtures.ts';
import { makeHostileCalls } from './harness/hostile-calls.ts';

const channels = Object.keys(contract) as Channel[];
const preload = join(import.meta.dirname, '../../out/preload/preload.cjs');

/*
 * The one way from the page into the main process, tried with everything that does not belong there.
 */

test('malformed input on every channel is refused, and changes nothing', async ({ desk, window }) => {
  const readAll = () =>
    window.evaluate(() =>
      Promise.all([
        self.orderDesk.call('connections.list', {}),
        self.orderDesk.call('preferences.read', {}),
        self.orderDesk.call('drafts.list', {}),
        self.orderDesk.call('outbox.list', {}),
        self.orderDesk.call('searches.list', {}),
        self.orderDesk.call('network.read', {}),
      ]),
    );
  const before = await readAll();
  for (const channel of channels) {
    const fields = Object.keys(contract[channel].input.shape);
    expect(await window.evaluate(makeHostileCalls, [channel, fields] as const)).toEqual([]);
  }
  expect(await readAll()).toEqual(before);
  expect(await desk.app.evaluate(() => Reflect.get({}, 'polluted'))).toBe(undefined);
});

test('keys that would change every object reach nothing', async ({ desk, window }) => {
  const outcomes = await window.evaluate(async () => {
    const polluting = [
      '{"__proto__":{"polluted":true}}',
      '{"appearance":"dark","__proto__":{"polluted":true}}',
    ];
    const calls = polluting.map((text) => self.orderDesk.call('preferences.change', JSON.parse(text)));
    await Promise.all(calls);
    return Reflect.get({}, 'polluted');
  });
  expect(outcomes).toBe(undefined);
  expect(await desk.app.evaluate(() => Reflect.get({}, 'polluted'))).toBe(undefined);
  expect(await window.evaluate(() => self.orderDesk.call('preferences.read', {}))).toMatchObject({
    ok: true,
  });
});

test('a channel that is not in the contract is refused', async ({ window }) => {
  const names = [
    'orders.everything',
    '__proto__',
    'constructor',
    'toString',
    '',
    'order-desk:call',
    'app.info ',
  ];
  const codes = await window.evaluate(
    (tried) =>
      Promise.all(
        [...tried, null, 7, {}, ['app.info']].map(async (name) => {
          const result = await self.orderDesk.call(name as never, {} as never);
          return result.ok ? 'accepted' : result.error.code;
        }),
      ),
    names,
  );
  expect(new Set(codes)).toEqual(new Set(['invalid-input']));
  expect(codes).toHaveLength(names.length + 4);
});

test('a frame inside the page has no bridge', async ({ window }) => {
  const found = await window.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return { sameOrigin: frame.contentDocument !== null, bridge: typeof frame.contentWindow?.orderDesk };
  });
  expect(found).toEqual({ sameOrigin: true, bridge: 'undefined' });
});

test('a call from a frame inside our own page is refused', async ({ desk }) => {
  // Our window has no policy that lets frames in, no frames with a bridge, and a guard. This one has lost all three.
  const codes = await desk.app.evaluate(async ({ BrowserWindow, session }, preloadFile) => {
    const partition = session.fromPartition('a-page-without-defences');
    partition.protocol.handle('orderdesk', (request) => {
      const html = request.url.endsWith('/inner.html') ? '' : '<iframe src="inner.html"></iframe>';
      return new Response(html, { headers: { 'content-type': 'text/html' } });
    });
    const other = new BrowserWindow({
      show: false,
      webPreferences: {
        session: partition,
        preload: preloadFile,
        sandbox: true,
        nodeIntegrationInSubFrames: true,
      },
    });
    other.webContents.removeAllListeners('will-frame-navigate');
    await other.loadURL('orderdesk://app/outer.html');
    const answer = await other.webContents.executeJavaScript(`(async () => {
      const code = async (bridge) => {
        const result = await bridge.call('connections.list', {});
        return result.ok ? 'accepted' : result.error.code;
      };
      return { top: await code(orderDesk), frame: await code(frames[0].orderDesk) };
    })()`);
    other.destroy();
    return answer as unknown;
  }, preload);
  expect(codes).toEqual({ top: 'accepted', frame: 'forbidden' });
});

test('a call from a page that is not ours is refused', async ({ desk, window }) => {
  const code = await desk.app.evaluate(async ({ BrowserWindow }, preloadFile) => {
    const other = new BrowserWindow({ show: false, webPreferences: { preload: preloadFile, sandbox: true } });
    await other.loadURL('data:text/html,<title>Another page</title>');
    const answer = await other.webContents.executeJavaScript(
      `orderDesk.call('connections.list', {}).then((result) => (result.ok ? 'accepted' : result.error.code))`,
    );
    other.destroy();
    return answer as unknown;
  }, preload);
  expect(code).toBe('forbidden');
  expect(await window.evaluate(() => self.orderDesk.call('app.info', {}))).toMatchObject({ ok: true });
});

test('the page’s scheme gives its own files and no others', async ({ desk }) => {
  const status = (address: string) =>
    desk.app.evaluate(async ({ net }, url) => (await net.fetch(url)).status, address);
  expect(await status('orderdesk://app/index.html')).toBe(200);
  for (const address of [
    'orderdesk://app/..%2f..%2fpackage.json',
    'orderdesk://app/..%2fmain%2fmain.js',
    'orderdesk://app/..%5c..%5cpackage.json',
    'orderdesk://app/%2e%2e%2fpreload%2fpreload.cjs',
    'orderdesk://elsewhere/index.html',
    'orderdesk://app/',
  ]) {
    expect(await status(address), address).toBe(404);
  }
});
