// Draws every icon file from icon.svg, with Electron as the painter: npm run icons. The results are committed, since a release
// build should not depend on a painter.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

const folder = import.meta.dirname;
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
/** Types of Apple's icon container and the edge of the picture in each, in pixels. */
const macTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

// Not awaited: Electron is ready only after this module has been evaluated.
app
  .whenReady()
  .then(drawAll)
  .then(
    () => app.exit(0),
    (error) => {
      process.stderr.write(`${error.stack}\n`);
      app.exit(1);
    },
  );

async function drawAll() {
  const sizes = new Set([...linuxSizes, ...windowsSizes, ...macTypes.map(([, size]) => size)]);
  const pictures = await draw(readFileSync(join(folder, 'icon.svg')), [...sizes]);
  mkdirSync(join(folder, 'icons'), { recursive: true });
  for (const size of linuxSizes)
    writeFileSync(join(folder, 'icons', `${size}x${size}.png`), pictures.get(size));
  writeFileSync(join(folder, 'icon.png'), pictures.get(1024));
  writeFileSync(
    join(folder, 'icon.ico'),
    windowsIcon(windowsSizes.map((size) => [size, pictures.get(size)])),
  );
  writeFileSync(
    join(folder, 'icon.icns'),
    macIcon(macTypes.map(([type, size]) => [type, pictures.get(size)])),
  );
}

/** Draws the SVG at each size, as PNG. */
async function draw(svg, sizes) {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<canvas></canvas>');
  const urls = await window.webContents.executeJavaScript(`(async () => {
    const image = new Image();
    image.src = 'data:image/svg+xml;base64,${svg.toString('base64')}';
    await image.decode();
    return ${JSON.stringify(sizes)}.map((size) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, size, size);
      return canvas.toDataURL('image/png');
    });
  })()`);
  return new Map(urls.map((url, index) => [sizes[index], Buffer.from(url.split(',')[1], 'base64')]));
}

/** An .ico file: a directory of pictures, then the pictures. An edge of 256 is written as 0. */
function windowsIcon(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(([size, png], index) => {
    const entry = 6 + 16 * index;
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(([, png]) => png)]);
}

/** An .icns file: its type and length, then each picture with its own. */
function macIcon(pictures) {
  const chunk = (type, content) => {
    const header = Buffer.alloc(8);
    header.write(type, 'latin1');
    header.writeUInt32BE(8 + content.length, 4);
    return Buffer.concat([header, content]);
  };
  return chunk('icns', Buffer.concat(pictures.map(([type, png]) => chunk(type, png))));
}
