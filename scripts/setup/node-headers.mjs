import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that Node's own C++ headers were installed in beside this Node.js, for node-gyp, which would otherwise download
 * them from nodejs.org. Undefined where there are none, or those of another version.
 * @param {string} [executable]
 * @param {string} [version]
 */
export function installedNodeHeaders(
  executable = realpathSync(process.execPath),
  version = process.versions.node,
) {
  const folder = dirname(dirname(executable));
  const file = join(folder, 'include', 'node', 'node_version.h');
  if (!existsSync(file)) return undefined;
  const major = /^#define NODE_MAJOR_VERSION (\d+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
  return major === version.split('.')[0] ? folder : undefined;
}
