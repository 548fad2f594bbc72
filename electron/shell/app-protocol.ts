import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { APP_SCHEME, findAppFile, NONCE_PLACEHOLDER } from './app-files.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** Makes our scheme one with an origin, storage and relative addresses. Before `ready`, and once: a second call would replace it. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** A page asks for the parts of its code in one go; so long after the first of them, all are on their way. */
const CODE_SERVED_MS = 20;

/**
 * Serves the files below `root` to pages of this session, each HTML page with a policy and a nonce of its own. The answer
 * comes when the first page has been given its code.
 */
export function serveApp(session: Session, root: string): Promise<void> {
  let served = (): void => undefined;
  const codeServed = new Promise<void>((resolve) => {
    served = resolve;
  });
  session.protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? findAppFile(root, request.url) : undefined;
    if (file === undefined) return refusal();
    try {
      const content = await readFile(file.path);
      if (file.contentType.startsWith('text/javascript')) setTimeout(served, CODE_SERVED_MS);
      return file.contentType.startsWith('text/html')
        ? htmlAnswer(content.toString('utf8'), file.contentType)
        : new Response(content, { headers: headersFor(file.contentType) });
    } catch {
      return refusal();
    }
  });
  return codeServed;
}

function htmlAnswer(html: string, contentType: string): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(html.replaceAll(NONCE_PLACEHOLDER, nonce), {
    headers: {
      ...headersFor(contentType),
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store', // A nonce serves once.
    },
  });
}

function headersFor(contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
}

function refusal(): Response {
  return new Response('Not found', { status: 404, headers: headersFor('text/plain; charset=utf-8') });
}
