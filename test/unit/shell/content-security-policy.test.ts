import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  developmentContentSecurityPolicy,
} from '../../../electron/shell/content-security-policy.ts';

function directives(policy: string): Record<string, string> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

describe('the content security policy', () => {
  it('allows what the page is made of and nothing else', () => {
    expect(directives(contentSecurityPolicy('bm9uY2U='))).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'nonce-bm9uY2U='",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': "'none'",
      'frame-src': "'none'",
      'object-src': "'none'",
      'worker-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
  });

  it('has no unsafe source but while developing', () => {
    expect(contentSecurityPolicy('x')).not.toContain('unsafe');
    expect(developmentContentSecurityPolicy('127.0.0.1:5173')).not.toContain('unsafe-eval');
  });
});
