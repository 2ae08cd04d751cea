import { workerData } from 'node:worker_threads';
import { backUp } from './backup.ts';
import { libraryFile } from './open-library.ts';
import { suspect } from './recovery.ts';

/* The thread (`out/main/backup-thread.cjs`) that makes the daily backup of the library in the folder `workerData`. */

const folder = String(workerData);
const trouble = backUp(libraryFile(folder), folder, Date.now());
if (trouble?.code === 'library/corrupt') suspect(folder);
if (trouble) throw new Error(`${trouble.code}: ${trouble.detail}`);
