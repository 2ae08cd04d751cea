import { create } from 'zustand';
import type { PostId } from '../../../core/document/post.ts';
import { hostOf } from '../../../core/sources/address.ts';
import { filledFrom } from '../../../core/sources/page-reading.ts';
import type { Source } from '../../../core/sources/source.ts';
import type { TroubleCode } from '../../../core/trouble.ts';
import { bridge } from '../../bridge/client.ts';
import { postQuery, queryClient, saveSources } from '../../bridge/queries.ts';
import { i18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announce.ts';
import { showTrouble } from '../../ui/notices.ts';

/** Readings that are under way, by the id of their source; each has an id of its own to be cancelled by. */
const useReadings = create<Readonly<Record<string, string>>>(() => ({}));

/** Whether the page of this source is being read. */
export const useIsReading = (source: string): boolean => useReadings((readings) => readings[source] !== undefined);

const begin = (source: string): string => {
  const reading = crypto.randomUUID();
  useReadings.setState({ [source]: reading });
  return reading;
};

const end = (source: string): void =>
  useReadings.setState(
    (readings) => Object.fromEntries(Object.entries(readings).filter(([id]) => id !== source)),
    true,
  );

/** Sources whose page the bookmarklet brought: they are read from there, once. */
const copied = new Set<string>();

/** The first reading of this source takes the page that is on the clipboard instead of asking the site. */
export const readCopied = (source: string): void => void copied.add(source);

/** The cards of a post as they are now; undefined once it was closed. */
export const sourcesOf = (post: PostId): readonly Source[] | undefined =>
  queryClient.getQueryData(postQuery(post).queryKey)?.sources;

/** Changes one source where it stands now; one that was removed, or whose post was closed, is left alone. */
export const changeSource = async (post: PostId, id: string, to: (source: Source) => Source): Promise<void> => {
  const sources = sourcesOf(post);
  if (!sources?.some((source) => source.id === id)) return;
  const saved = await saveSources(
    post,
    sources.map((source) => (source.id === id ? to(source) : source)),
  );
  if (!saved.ok) showTrouble(saved.error);
};

/** Without a network the card waits; everything else is told on it. */
const waitsFor = (code: TroubleCode): boolean =>
  code === 'network/offline' || (code.startsWith('network/') && !navigator.onLine);

/** The card by hand: its host stands for the publisher until somebody knows better. */
const unread = (source: Source, trouble: TroubleCode): Source => ({
  ...source,
  publisher: source.publisher || hostOf(source.url),
  waiting: waitsFor(trouble),
  trouble: trouble === 'page/cancelled' ? null : trouble,
});

/**
 * Reads the page of a source and fills its card. It is noted in the post first that the writer asked for it, so that it is read
 * later when the computer is offline, or the app is closed before it was.
 */
export const readSource = async (post: PostId, id: string): Promise<void> => {
  const source = sourcesOf(post)?.find((other) => other.id === id);
  if (source === undefined || source.url === '' || useReadings.getState()[id] !== undefined) return;
  const reading = begin(id);
  try {
    if (!source.waiting || source.trouble !== null) {
      await changeSource(post, id, (now) => ({ ...now, waiting: true, trouble: null }));
    }
    const read = await bridge().sources.read({
      reading,
      url: source.url,
      typed: source.typed.includes('url'),
      copied: copied.delete(id),
    });
    await changeSource(post, id, (now) => (read.ok ? filledFrom(now, read.value) : unread(now, read.error.code)));
    const title = sourcesOf(post)?.find((other) => other.id === id)?.title ?? '';
    if (read.ok && read.value.trouble === null) announce(i18n.t('sources.read', { title }));
  } finally {
    end(id);
  }
};

/** Ends the reading of a source, or its waiting; the card is filled by hand. */
export const cancelReading = (post: PostId, id: string): void => {
  const reading = useReadings.getState()[id];
  if (reading === undefined) void changeSource(post, id, (now) => ({ ...now, waiting: false, trouble: null }));
  else void bridge().sources.cancel({ reading });
};

/** Reads every source of a post that waits. */
export const readWaiting = (post: PostId): void => {
  for (const { id, waiting } of sourcesOf(post) ?? []) if (waiting) void readSource(post, id);
};
