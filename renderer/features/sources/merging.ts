import type { Post } from '../../../core/document/post.ts';
import { labelOf } from '../../../core/sources/label.ts';
import type { Source } from '../../../core/sources/source.ts';
import { saveSources } from '../../bridge/queries.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { i18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announce.ts';
import { showNotice, showTrouble } from '../../ui/notices.ts';
import { sourcesOf } from './reading.ts';
import { joined, parted } from './worded.ts';

const nameOf = (source: Source): string => labelOf(source) || i18n.t('sources.untitled');

/**
 * Makes two cards one, with what refers to them. Undo in the text brings the card back with its references, redo takes it
 * again, as long as the post is open; the message about it takes back both at once.
 */
export const mergeCards = (post: Post, editor: EditorApi, from: string, into: string): void => {
  const { id, sources } = post;
  const [given, kept] = [from, into].map((wanted) => sources.find((source) => source.id === wanted));
  if (given === undefined || kept === undefined) return;
  const save = async (next: readonly Source[]): Promise<void> => {
    const saved = await saveSources(id, next);
    if (!saved.ok) showTrouble(saved.error);
  };
  const before = editor.state().document;
  let isBack = false;
  const takeBack = editor.mergeSource(from, into);
  void save(joined(sources, from, into));
  editor.subscribe(() => {
    const { document, usedSources } = editor.state();
    const isUsed = usedSources.includes(from);
    // Until typing rests it is the text before the merge.
    if (document === before || isUsed === isBack) return;
    isBack = isUsed;
    const now = sourcesOf(id);
    if (now === undefined || now.some((source) => source.id === from) === isUsed) return;
    void save(isUsed ? parted(now, sources, from, into) : joined(now, from, into));
    announce(i18n.t(isUsed ? 'sources.parted' : 'sources.merged', { name: nameOf(isUsed ? given : kept) }));
  });
  showNotice({
    text: i18n.t('sources.merged', { name: kept.title || kept.url }),
    action: {
      label: i18n.t('ui.undo'),
      onAction: () => {
        takeBack();
        void save(sources);
      },
    },
  });
};
