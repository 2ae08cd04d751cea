import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ByteSource } from '../../../core/publishing/byte-source.ts';
import type { SiteFolder } from '../../../core/publishing/targets/practice-blog/site-folder.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';

type FileError = Error & { readonly code?: string };

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as FileError).code ?? '');

const troubled = (path: string, error: unknown): Result<never> =>
  failed('blog/folder', { params: { path, reason: (error as FileError).code ?? '' }, detail: String(error) });

/** Writes beside the file, brings it to the disk, then puts it in the file's place: readers see the old or the new one. */
const replaceFile = async (file: string, content: Uint8Array | ByteSource | string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.new`;
  const handle = await open(draft, 'w');
  try {
    await handle.writeFile(typeof content === 'object' && 'read' in content ? content.read() : content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
};

/** A folder on this computer as the practice blog's `SiteFolder`; it is made by the first write. */
export const siteFolder = (root: string): SiteFolder => {
  const within = (path: string): string => {
    const file = join(root, path);
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) throw new Error(`${path} is outside the site`);
    return file;
  };
  const attempt = async <T>(path: string, work: (file: string) => Promise<T>, missing?: T): Promise<Result<T>> => {
    const file = within(path);
    try {
      return ok(await work(file));
    } catch (error) {
      return missing !== undefined && isMissing(error) ? ok(missing) : troubled(path, error);
    }
  };
  return {
    address: pathToFileURL(root.endsWith(sep) ? root : root + sep).href,
    read: (path) => attempt<Uint8Array | null>(path, readFile, null),
    write: (path, content) => attempt(path, (file) => replaceFile(file, content)),
    list: (path) => attempt<readonly string[]>(path, (folder) => readdir(folder), []),
    remove: (path) => attempt(path, (file) => rm(file, { recursive: true, force: true })),
  };
};
