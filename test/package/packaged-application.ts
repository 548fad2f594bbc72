import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../../dist');

/** Where the unpacked application is: the folder that electron-builder made for this platform. */
export interface PackagedApplication {
  readonly executable: string;
  /** Holds app.asar. */
  readonly resources: string;
}

/** Finds the packaged application in dist/. Throws when there is none: scripts/package-app.mjs makes it. */
export function packagedApplication(): PackagedApplication {
  switch (process.platform) {
    case 'darwin': {
      const contents = join(unpackedFolder(/^mac/), 'Order Desk.app', 'Contents');
      return { executable: join(contents, 'MacOS', 'Order Desk'), resources: join(contents, 'Resources') };
    }
    case 'win32': {
      const folder = unpackedFolder(/^win.*-unpacked$/);
      return { executable: join(folder, 'Order Desk.exe'), resources: join(folder, 'resources') };
    }
    default: {
      const folder = unpackedFolder(/^linux.*-unpacked$/);
      return { executable: join(folder, 'order-desk'), resources: join(folder, 'resources') };
    }
  }
}

function unpackedFolder(name: RegExp): string {
  const found = readdirSync(dist).find((entry) => name.test(entry));
  if (found === undefined)
    throw new Error(`There is no packaged application in ${dist}: run npm run package.`);
  return join(dist, found);
}
