import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const anyHost = 0xffff; // FamilyWild of the X authority file: the entry counts for every host and display.
const protocol = 'MIT-MAGIC-COOKIE-1';

/**
 * Writes an X authority file with a fresh cookie, for the server and its clients alike: other users of the machine can't
 * look at the display.
 * @param {string} file
 */
export function writeXAuthority(file) {
  const fields = ['', '', protocol, randomBytes(16)].map((field) => {
    const bytes = Buffer.from(field);
    return Buffer.concat([sixteenBits(bytes.length), bytes]);
  });
  writeFileSync(file, Buffer.concat([sixteenBits(anyHost), ...fields]), { mode: 0o600 });
}

/** @param {number} value */
function sixteenBits(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
