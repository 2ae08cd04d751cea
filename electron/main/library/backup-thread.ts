import { parentPort, workerData } from 'node:worker_threads';
import { backUp } from './backup.ts';
import { libraryFile } from './open-library.ts';
import { suspect } from './recovery.ts';
import { unusedFiles } from './unused-files.ts';

/* The thread (`out/main/backup-thread.cjs`) that makes the daily backup of the library in the folder `workerData`, and then says
 * which files of the media folder nothing needs any more. */

const folder = String(workerData);
const trouble = backUp(libraryFile(folder), folder, Date.now());
if (trouble?.code === 'library/corrupt') suspect(folder);
if (trouble) throw new Error(`${trouble.code}: ${trouble.detail}`);
// After the backup, which holds what the library mentions now.
parentPort?.postMessage(unusedFiles(folder, libraryFile(folder), Date.now()));
