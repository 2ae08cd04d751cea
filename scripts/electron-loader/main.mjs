// Starts an app folder or file: electron [-r module]… <app> [arguments]
// Stands in for the default app of the official runtime, which the registry package of electron-fallback.mjs lacks.
// A module, as the official one is: Electron gets ready only after its top level, and so the app's, has run.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);
const { preloads, target } = readArguments(process.argv.slice(1));

// Only after the arguments are read: Playwright's module rewrites process.argv.
for (const path of preloads) require(path);
if (target === undefined) {
  console.error('usage: electron [-r module] <app folder or file> [arguments]');
  process.exit(1);
}
const entry = statSync(target).isDirectory() ? openFolder(target) : target;
process.defaultApp = true;
if (isModule(entry)) await import(pathToFileURL(entry).href);
else require(entry);

function readArguments(words) {
  const preloads = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === '-r' || word === '--require') {
      at += 1;
      preloads.push(resolve(words[at]));
    } else if (word === '-v' || word === '--version') {
      console.log(`v${process.versions.electron}`);
      process.exit(0);
    } else if (!word.startsWith('-')) {
      return { preloads, target: resolve(word) };
    }
  }
  return { preloads };
}

/** Gives the app its name, version and path, as the official runtime does, and answers its main file. */
function openFolder(folder) {
  const manifest = readManifest(folder);
  if (manifest.version) app.setVersion(manifest.version);
  if (manifest.productName || manifest.name) app.setName(manifest.productName || manifest.name);
  app.setAppPath(folder);
  return resolve(folder, manifest.main || 'index.js');
}

/** Whether Node reads the file as an ES module: by its extension, else by the nearest package.json. */
function isModule(file) {
  if (/\.[cm]js$/.test(file)) return file.endsWith('.mjs');
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return readManifest(folder).type === 'module';
    if (folder === dirname(folder)) return false;
  }
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
