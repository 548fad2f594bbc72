import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const hasCurl = spawnSync('curl', ['--version']).status === 0;

/** Runs curl with these arguments and answers what it printed; without curl, sends what curl would have sent. */
export async function runCurl(args: readonly string[]): Promise<string> {
  if (!hasCurl) return await sendAsCurl(args);
  const { stdout } = await promisify(execFile)('curl', [...args]);
  return stdout;
}

/** The few options that the reference pages use. `--data` without `-X` is a POST. */
async function sendAsCurl(args: readonly string[]): Promise<string> {
  let [url, method, inQuery] = ['', '', false];
  const parameters = new URLSearchParams();
  const headers = new Headers();
  let data: string | undefined;
  for (let index = 0; index < args.length; index++) {
    const option = args[index] ?? '';
    if (option === '-s') continue;
    if (option === '--get') {
      inQuery = true;
      continue;
    }
    if (!option.startsWith('-')) {
      url = option;
      continue;
    }
    index += 1;
    const value = args[index] ?? '';
    const [name = '', ...rest] = value.split(option === '-H' ? ': ' : '=');
    if (option === '-u') headers.set('authorization', `Basic ${Buffer.from(value).toString('base64')}`);
    else if (option === '-X') method = value;
    else if (option === '-H') headers.set(name, rest.join(': '));
    else if (option === '--data') data = value;
    else if (option === '--data-urlencode') parameters.append(name, rest.join('='));
    else throw new Error(`${option} is no option that the reference pages use.`);
  }
  const response = await fetch(inQuery ? `${url}?${parameters}` : url, {
    method: method || (data === undefined ? 'GET' : 'POST'),
    headers,
    ...(data === undefined ? {} : { body: data }),
  });
  return await response.text();
}
