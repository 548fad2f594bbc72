import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCaFile } from '../../../electron/network/ca-file.ts';
import { DeskError } from '../../../shared/errors.ts';

const fixture = (name: string) => new URL(`../../fixtures/certificates/${name}`, import.meta.url).pathname;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ca-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'chosen.pem');
  await writeFile(path, content);
  return path;
}

async function problem(path: string, now?: Date): Promise<string> {
  const error = await readCaFile(path, now).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DeskError);
  expect(error).toMatchObject({ code: 'invalid-input' });
  return error instanceof DeskError ? error.message : '';
}

const authority = 'CN=Test authority, O=Order Desk tests';

describe('readCaFile', () => {
  it('reads PEM', async () => {
    const pem = await readFile(fixture('authority.crt'), 'utf8');
    expect(await readCaFile(fixture('authority.crt'))).toEqual({ pem, subjects: [authority] });
  });

  it('reads DER as PEM', async () => {
    const pem = await readFile(fixture('authority.crt'), 'utf8');
    expect(await readCaFile(fixture('authority.der'))).toEqual({ pem, subjects: [authority] });
  });

  it('takes a server’s self-signed certificate', async () => {
    expect((await readCaFile(fixture('self-signed.crt'))).subjects).toEqual([
      'CN=Made by itself, O=Order Desk tests',
    ]);
  });

  it('takes out of a bundle what can be used, with words around it', async () => {
    const parts = await Promise.all(
      ['loopback.crt', 'authority.crt', 'self-signed.crt'].map((name) => readFile(fixture(name), 'utf8')),
    );
    const bundle = await readCaFile(
      await file(`# our chain\r\n${parts.join('subject=/CN=x\r\n').replaceAll('\n', '\r\n')}`),
    );
    expect(bundle.subjects).toEqual([authority, 'CN=Made by itself, O=Order Desk tests']);
    expect(bundle.pem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
  });

  it('refuses with the reason', async () => {
    expect(await problem(fixture('loopback.crt'))).toContain(
      `Ask for the certificate of the authority that issued it: ${authority}`,
    );
    expect(await problem(fixture('expired.crt'))).toContain('expired on 2021-01-01');
    expect(await problem(fixture('authority.crt'), new Date('2019-01-01'))).toContain(
      'not valid before 2020-01-01',
    );
    expect(await problem(fixture('authority.crt'), new Date('2100-01-02'))).toContain(
      'expired on 2099-12-31',
    );
    expect(await problem(fixture('loopback.key'))).toContain('private key');
    expect(await problem(fixture('README.md'))).toContain('not a certificate file');
    expect(await problem(await file(''))).toContain('not a certificate file');
    expect(await problem(await file('-----BEGIN PKCS7-----\nAA\n-----END PKCS7-----'))).toContain('PKCS #7');
    expect(
      await problem(await file('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')),
    ).toContain('damaged');
    expect(await problem(await file(new Uint8Array(2 * 1_024 * 1_024)))).toContain('too large');
    expect(await problem(join(folder, 'gone.pem'))).toContain('no such file');
    expect(await problem(folder)).toContain('folder');
  });
});
