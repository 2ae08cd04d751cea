import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ROOT, runAsScript, SetUpProblem, say } from './project.mjs';

const FOLDER = join(ROOT, 'assets', 'icons');
const BROWSER = '/usr/bin/chromium';
const PNG_SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];
const ICO_SIZES = [16, 32, 48, 64, 128, 256];
/** The entries of an icns file that hold PNG, by their size in pixels; the last four are for doubled screens. */
const ICNS_TYPES = Object.entries({ icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512 }).concat(
  Object.entries({ ic10: 1024, ic11: 32, ic12: 64, ic13: 256, ic14: 512 }),
);

/** Draws assets/icons/icon.svg in every size and format the packages need; run it after changing the drawing. */
await runAsScript(import.meta.url, async () => {
  if (!existsSync(BROWSER))
    throw new SetUpProblem(`${BROWSER} is not installed.`, 'Run `npm run set-up -- --for-tests`.');
  const pngs = await draw(readFileSync(join(FOLDER, 'icon.svg'), 'utf8'));
  for (const [size, png] of pngs) writeFileSync(join(FOLDER, `${size}x${size}.png`), png);
  writeFileSync(join(FOLDER, 'icon.ico'), ico(pngs));
  writeFileSync(join(FOLDER, 'icon.icns'), icns(pngs));
  say(`Drew the icon in ${PNG_SIZES.length} sizes`);
  return 0;
});

async function draw(svg) {
  const browser = await chromium.launch({ executablePath: BROWSER, chromiumSandbox: process.getuid() !== 0 });
  const pngs = new Map();
  for (const size of PNG_SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(svg);
    await page.addStyleTag({ content: 'body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }' });
    pngs.set(size, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
  await browser.close();
  return pngs;
}

/** https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10), with PNG images as since Windows Vista. */
function ico(pngs) {
  const header = Buffer.alloc(6 + 16 * ICO_SIZES.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(ICO_SIZES.length, 4);
  let offset = header.length;
  ICO_SIZES.forEach((size, index) => {
    const entry = 6 + 16 * index;
    const { length } = pngs.get(size);
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += length;
  });
  return Buffer.concat([header, ...ICO_SIZES.map((size) => pngs.get(size))]);
}

/** https://en.wikipedia.org/wiki/Apple_Icon_Image_format */
function icns(pngs) {
  const chunk = (type, content) => {
    const header = Buffer.alloc(8);
    header.write(type, 'latin1');
    header.writeUInt32BE(content.length + 8, 4);
    return Buffer.concat([header, content]);
  };
  return chunk('icns', Buffer.concat(ICNS_TYPES.map(([type, size]) => chunk(type, pngs.get(size)))));
}
