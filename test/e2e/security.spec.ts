import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { dataFolderIn, logFileIn } from '../../electron/shell/app-folders.ts';
import { contentSecurityPolicy } from '../../electron/shell/content-security-policy.ts';
import { expect, test } from './harness/fixtures.ts';

/*
 * What a page that was taken over would try. Each attempt is made in the real window, is refused, and leaves the
 * application alive.
 */

/** What the main process refused, from its log. */
async function refusals(userDataDir: string): Promise<string> {
  return readFile(logFileIn(dataFolderIn(userDataDir)), 'utf8').catch(() => '');
}

async function expectAlive(window: Page): Promise<void> {
  const info = await window.evaluate(() => self.orderDesk.call('app.info', {}));
  expect(info).toMatchObject({ ok: true });
}

test('the window has the preferences and the policy that keep a page harmless', async ({ desk, window }) => {
  const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Not in Electron's types; the only way to read what is really in force.
    const read: unknown = contents === undefined ? undefined : Reflect.get(contents, 'getLastWebPreferences');
    return typeof read === 'function' ? read.call(contents) : undefined;
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
  });

  const nonces = new Set<string>();
  for (const _load of ['first', 'second']) {
    const [response] = await Promise.all([
      window.waitForResponse((one) => one.url().startsWith('orderdesk://app/index.html')),
      window.reload(),
    ]);
    const nonce = await window
      .locator('meta[property="csp-nonce"]')
      .evaluate((element) => (element as HTMLMetaElement).nonce);
    expect(response.headers()['content-security-policy']).toBe(contentSecurityPolicy(nonce));
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2);
});

test('the page has the bridge and nothing of Node or Electron', async ({ window }) => {
  const found = await window.evaluate(() => {
    const scope: Record<string, unknown> = { ...window };
    const replaced = Reflect.set(window, 'orderDesk', { call: () => 'taken over' });
    return {
      bridge: Object.keys(self.orderDesk).sort(),
      replaced,
      ofNode: [
        'process',
        'require',
        'module',
        'global',
        'Buffer',
        'electron',
        'ipcRenderer',
        '__electronLog',
      ].filter((name) => name in window || name in scope),
    };
  });
  expect(found).toEqual({ bridge: ['call', 'on'], replaced: false, ofNode: [] });
  await expectAlive(window);
});

const navigations: Record<string, { attempt: () => void; refused: RegExp }> = {
  'location to a web site': {
    attempt: () => location.assign('https://outside.example/'),
    refused: /Refused: going to https:\/\/outside\.example/,
  },
  'location to a file': {
    attempt: () => location.assign('file:///etc/passwd'),
    refused: /Not allowed to load local resource|Refused: going to/,
  },
  'location to another page of our scheme': {
    attempt: () => location.assign('orderdesk://app/other.html'),
    refused: /Refused: going to orderdesk:\/\/app/,
  },
  'location to a page in a data address': {
    attempt: () => location.assign('data:text/html,<h1>Sign in</h1>'),
    refused: /Not allowed to navigate top frame to data URL|Refused: going to/,
  },
  'location to a script': {
    attempt: () => location.assign('javascript:document.body.remove()'),
    refused: /Content Security Policy/,
  },
  'a click on a link': {
    attempt: () => {
      const link = Object.assign(document.createElement('a'), { href: 'https://outside.example/link' });
      document.body.append(link);
      link.click();
    },
    refused: /Refused: going to https:\/\/outside\.example/,
  },
  'a click on a link for a new window': {
    attempt: () => {
      const link = Object.assign(document.createElement('a'), {
        href: 'https://outside.example/link',
        target: '_blank',
      });
      document.body.append(link);
      link.click();
    },
    refused: /Refused: a window for https:\/\/outside\.example/,
  },
  'a form that is sent away': {
    attempt: () => {
      const form = Object.assign(document.createElement('form'), {
        action: 'https://outside.example/form',
        method: 'post',
      });
      document.body.append(form);
      form.submit();
    },
    refused: /form-action/,
  },
  'window.open': {
    attempt: () => {
      if (window.open('https://outside.example/') !== null) throw new Error('A window was opened.');
    },
    refused: /Refused: a window for https:\/\/outside\.example/,
  },
  'a frame with a web site': {
    attempt: () => {
      document.body.append(
        Object.assign(document.createElement('iframe'), { src: 'https://outside.example/' }),
      );
    },
    refused: /frame-src/,
  },
  'a frame with our own page': {
    attempt: () => {
      document.body.append(
        Object.assign(document.createElement('iframe'), { src: 'orderdesk://app/index.html' }),
      );
    },
    refused: /frame-src/,
  },
};

for (const [name, { attempt, refused }] of Object.entries(navigations)) {
  test(`the page can't leave or open anything by ${name}`, async ({ desk, window, userDataDir }) => {
    desk.problems.allow(/outside\.example|Not allowed to|Content Security Policy/);
    await expect(window).toHaveURL(/#\/orders$/);
    const before = window.url();
    await window.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
    await window.evaluate(attempt);
    await expect
      .poll(async () => `${await refusals(userDataDir)}\n${desk.problems.seen().join('\n')}`)
      .toMatch(refused);
    expect(window.url()).toBe(before);
    expect(await window.evaluate(() => Reflect.get(window, 'stillTheSamePage'))).toBe(true);
    expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await expectAlive(window);
  });
}

test('the page runs no code that did not come with Order Desk', async ({ desk, window }) => {
  desk.problems.allow(/Content Security Policy/);
  const outcome = await window.evaluate(async () => {
    const scope = self as unknown as { ran: string[] };
    scope.ran = [];
    const attempts: Record<string, () => void> = {
      eval: () => Reflect.apply(Reflect.get(self, 'eval'), undefined, ['ran.push("eval")']),
      'new Function': () => new Function('ran.push("new Function")')(),
      // A text instead of a function.
      timer: () => setTimeout('ran.push("timer")' as unknown as () => void),
      'inline script': () => {
        document.head.append(
          Object.assign(document.createElement('script'), { textContent: 'ran.push("inline script")' }),
        );
      },
      'event attribute': () => {
        const place = document.createElement('div');
        place.innerHTML = '<img src="data:," onerror="ran.push(\'event attribute\')">';
        document.body.append(place);
      },
      'script in a data address': () => {
        document.head.append(
          Object.assign(document.createElement('script'), { src: 'data:text/javascript,ran.push("data")' }),
        );
      },
      'script in a blob': () => {
        const blob = new Blob(['ran.push("blob")'], { type: 'text/javascript' });
        document.head.append(
          Object.assign(document.createElement('script'), { src: URL.createObjectURL(blob) }),
        );
      },
      worker: () => {
        new Worker(URL.createObjectURL(new Blob(['self.postMessage(1)']))).onmessage = () =>
          scope.ran.push('worker');
      },
    };
    const violations = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => violations.add(event.effectiveDirective));
    // Out of the test's own evaluation, which the inspector exempts from the policy.
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        for (const attempt of Object.values(attempts)) {
          try {
            attempt();
          } catch {
            // Refused.
          }
        }
        resolve();
      });
    });
    const until = performance.now() + 10_000;
    while (violations.size < 4 && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return { ran: scope.ran, violations: [...violations].sort() };
  });
  expect(outcome).toEqual({
    ran: [],
    violations: ['script-src', 'script-src-attr', 'script-src-elem', 'worker-src'],
  });
  await expectAlive(window);
});

test('the page can’t reach the network', async ({ desk, window, practice }) => {
  desk.problems.allow(/Content Security Policy|net::ERR_|Failed to fetch/);
  const directives = await window.evaluate(async (address) => {
    const seen = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => seen.add(event.effectiveDirective));
    const element = (name: string, properties: Record<string, string>) =>
      document.head.append(Object.assign(document.createElement(name), properties));
    await fetch(`${address}/fetch`).catch(() => undefined);
    const request = new XMLHttpRequest();
    request.open('GET', `${address}/xhr`);
    request.send();
    navigator.sendBeacon(`${address}/beacon`, 'x');
    try {
      new WebSocket(`${address.replace('http', 'ws')}/socket`);
    } catch {
      // Refused.
    }
    element('img', { src: `${address}/image` });
    element('script', { src: `${address}/script` });
    element('link', { rel: 'stylesheet', href: `${address}/style` });
    element('link', { rel: 'prefetch', href: `${address}/prefetch` });
    element('link', { rel: 'preconnect', href: address });
    const until = performance.now() + 10_000;
    while (seen.size < 4 && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return [...seen].sort();
  }, practice.baseUrl);
  expect(directives).toEqual(
    expect.arrayContaining(['connect-src', 'img-src', 'script-src-elem', 'style-src-elem']),
  );

  // Below the policy the session refuses too, whoever asks.
  const refused = await desk.app.evaluate(async ({ net }, address) => {
    const outcome = await net.fetch(`${address}/net`).then(
      () => 'answered',
      (error: unknown) => String(error),
    );
    return outcome;
  }, practice.baseUrl);
  expect(refused).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(practice.requests()).toEqual([]);
  await expectAlive(window);
});

test('the page is granted nothing of the machine', async ({ desk, window }) => {
  desk.problems.allow(/permission|Permissions policy|denied/i);
  await desk.app.evaluate(({ session }) => {
    const scope = globalThis as unknown as { downloads: boolean[] };
    scope.downloads = [];
    session.defaultSession.on('will-download', (event) => scope.downloads.push(event.defaultPrevented));
  });
  const answers = await window.evaluate(async () => {
    const state = (name: string) =>
      navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state);
    const outcome = (call: Promise<unknown>) =>
      call.then(
        () => 'granted',
        (error: unknown) => (error instanceof Error ? error.name : String(error)),
      );
    const file = URL.createObjectURL(new Blob(['content']));
    Object.assign(document.createElement('a'), { href: file, download: 'file.txt' }).click();
    return {
      camera: await state('camera'),
      microphone: await state('microphone'),
      geolocation: await state('geolocation'),
      notifications: await Notification.requestPermission(),
      media: await outcome(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      screen: await outcome(navigator.mediaDevices.getDisplayMedia()),
      place: await outcome(
        new Promise((resolve, reject) => {
          navigator.geolocation.getCurrentPosition(resolve, ({ code }) =>
            reject(new Error(`denied ${code}`)),
          );
        }),
      ),
      clipboard: await outcome(navigator.clipboard.readText()),
    };
  });
  expect(answers).toMatchObject({
    camera: 'denied',
    microphone: 'denied',
    geolocation: 'denied',
    notifications: 'denied',
    place: 'Error',
    clipboard: 'NotAllowedError',
  });
  expect(answers.media).not.toBe('granted');
  expect(answers.screen).not.toBe('granted');
  const downloads = () =>
    desk.app.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads);
  await expect.poll(downloads).toEqual([true]);
  await expectAlive(window);
});
