import { hostOf } from '../../../core/sources/address.ts';
import type { Source } from '../../../core/sources/source.ts';
import { bridge } from '../../bridge/client.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { showTrouble } from '../../ui/notices.ts';
import { whileUnderWay } from './under-way.ts';

/**
 * Copies the picture that a source's page puts first into the library and puts it into the text; what the page says of it is
 * suggested there. It may come from this computer or network where the writer typed the address of a page beside it.
 */
export const insertLeadPicture = async ({ id, url, picture, typed }: Source, editor: EditorApi): Promise<void> => {
  if (picture === null) return;
  if (!navigator.onLine) {
    showTrouble({ code: 'network/offline' });
    return;
  }
  const fetching = crypto.randomUUID();
  const cancel = (): void => void bridge().media.cancelFetch({ fetching });
  const { caption, credit, alt } = picture;
  const fetched = await whileUnderWay(id, { what: 'picture', cancel }, () =>
    bridge().media.fetch({
      fetching,
      url: picture.url,
      typed: typed.includes('url') && hostOf(picture.url) === hostOf(url),
      page: { caption, credit, alt },
    }),
  );
  if (fetched === null || (!fetched.ok && fetched.error.code === 'media/cancelled')) return;
  await editor.insertPictures([fetched]);
};
