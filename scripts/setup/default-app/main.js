// What Electron runs when it is given no application of its own: it takes the place of Electron's default application in the
// fallback runtime. `electron [-r MODULE]... [--switches] PATH [arguments]` loads the application at PATH.
//
// The application's import is awaited here, at the top level: Electron holds its `ready` event back until this module has
// been evaluated, and custom schemes must be registered before `ready`.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);

// Read before any module is preloaded: Playwright's loader changes process.argv.
const { modules, target } = readCommandLine(process.argv.slice(1));

if (target === undefined) {
  process.stderr.write('This Electron has no application. Give it the path of one: electron PATH\n');
  app.exit(2);
} else {
  // How an application knows that it was started by path, and that process.argv[1] is that path.
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  for (const module of modules) require(resolve(module));
  const entry = takeIdentityFrom(resolve(target));
  await import(pathToFileURL(entry).href);
}

function readCommandLine(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      modules.push(args[index]);
    } else if (!argument.startsWith('-')) {
      return { modules, target: argument };
    }
  }
  return { modules, target: undefined };
}

/** Makes name, version and paths those of the application, and answers the file to import. */
function takeIdentityFrom(path) {
  const packageFile = join(path, 'package.json');
  if (!existsSync(packageFile)) return require.resolve(path);
  const { name, productName, version, main } = JSON.parse(readFileSync(packageFile, 'utf8'));
  app.name = productName ?? name ?? app.name;
  if (version) app.setVersion(version);
  app.setAppPath(path);
  app.setPath('userData', join(app.getPath('appData'), app.name));
  return require.resolve(join(path, main ?? 'index.js'));
}
