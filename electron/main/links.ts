import { fileURLToPath } from 'node:url';
import { shell } from 'electron';
import { isPageInFolder } from '../../core/publishing/address.ts';
import { failed, ok, type Result } from '../../core/trouble.ts';

const schemes = new Set(['http:', 'https:', 'mailto:']);

/** Whether an address may be handed to the system: http, https and mailto. Others start programs or open files. */
export const isOpenable = (address: string): boolean => URL.canParse(address) && schemes.has(new URL(address).protocol);

/** Opens an address that came from a post or a page in the system's browser; `app/bad-request` for any other scheme. */
export const openLink = async (address: string): Promise<Result<void>> => {
  if (!isOpenable(address)) return failed('app/bad-request', { detail: 'Only http, https and mailto are opened.' });
  await shell.openExternal(address);
  return ok(undefined);
};

/**
 * Opens a page of a blog: over the web, or for a blog in a folder the file itself. `blog` is that blog's own address;
 * null when it is no longer known.
 */
export const openPage = async (address: string, blog: string | null): Promise<Result<void>> => {
  if (blog === null || !isPageInFolder(address, blog)) return openLink(address);
  const problem = await shell.openPath(fileURLToPath(address));
  return problem === '' ? ok(undefined) : failed('blog/folder', { detail: problem });
};
