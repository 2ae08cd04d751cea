import type { AddedPicture } from '../../../core/document/media.ts';
import { hostOf } from '../../../core/sources/address.ts';
import type { Source } from '../../../core/sources/source.ts';
import { failed, type Result } from '../../../core/trouble.ts';
import { bridge } from '../../bridge/client.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { whileUnderWay } from './under-way.ts';

/**
 * Copies the picture that a source's page puts first into the library, with what the page says of it as suggestions; null when it
 * was cancelled, or is fetched already. It may come from this computer or network where the writer typed the address of a page beside it.
 */
export const fetchLeadPicture = async (
  { id, url, picture, typed }: Source,
  signal?: AbortSignal,
): Promise<Result<AddedPicture> | null> => {
  if (picture === null) return null;
  if (!navigator.onLine) return failed('network/offline');
  const fetching = crypto.randomUUID();
  const cancel = (): void => void bridge().media.cancelFetch({ fetching });
  signal?.addEventListener('abort', cancel);
  const { caption, credit, alt } = picture;
  const fetched = await whileUnderWay(id, { what: 'picture', cancel }, () =>
    bridge().media.fetch({
      fetching,
      url: picture.url,
      typed: typed.includes('url') && hostOf(picture.url) === hostOf(url),
      page: { caption, credit, alt },
    }),
  );
  signal?.removeEventListener('abort', cancel);
  return fetched !== null && !fetched.ok && fetched.error.code === 'media/cancelled' ? null : fetched;
};

/** Puts the lead picture of a source's page into the text, where what the page says of it is suggested. */
export const insertLeadPicture = async (source: Source, editor: EditorApi): Promise<void> => {
  const fetched = await fetchLeadPicture(source);
  if (fetched !== null) await editor.insertPictures([fetched]);
};
