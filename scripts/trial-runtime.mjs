import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** electron-builder's `afterExtract` for trial builds: takes away what only a development runtime carries. */
export default async function afterExtract({ appOutDir }) {
  for (const path of ['resources/default_app.asar', 'rejoinder.json', 'version']) {
    await rm(join(appOutDir, path), { recursive: true, force: true });
  }
}
