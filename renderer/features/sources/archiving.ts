import type { PostId } from '../../../core/document/post.ts';
import type { Source } from '../../../core/sources/source.ts';
import { bridge } from '../../bridge/client.ts';
import { fullDate } from '../../i18n/dates.ts';
import { i18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announce.ts';
import { showNotice, showTrouble } from '../../ui/notices.ts';
import { changeSource } from './reading.ts';
import { whileUnderWay } from './under-way.ts';

/** Asks the archive for its copy next to when the page was read, and notes it in the source. Nothing else asks it. */
export const findArchived = async (post: PostId, { id, url, readAt }: Source): Promise<void> => {
  if (!navigator.onLine) {
    showTrouble({ code: 'network/offline' });
    return;
  }
  const asking = crypto.randomUUID();
  const cancel = (): void => void bridge().sources.cancelArchived({ asking });
  const found = await whileUnderWay(id, { what: 'archive', cancel }, () =>
    bridge().sources.findArchived({ asking, url, near: readAt }),
  );
  if (found === null) return;
  if (!found.ok) {
    if (found.error.code !== 'page/cancelled') showTrouble(found.error);
    return;
  }
  await changeSource(post, id, (now) => (now.url === url ? { ...now, archive: found.value } : now));
  announce(i18n.t('archive.added', { date: fullDate(found.value.takenAt) }));
};

/** Takes the link to the archived copy away; the message about it brings it back. */
export const removeArchived = (post: PostId, { id, archive }: Source): void => {
  void changeSource(post, id, (now) => ({ ...now, archive: null }));
  showNotice({
    text: i18n.t('archive.removed'),
    action: {
      label: i18n.t('ui.undo'),
      onAction: () => void changeSource(post, id, (now) => ({ ...now, archive })),
    },
  });
};
