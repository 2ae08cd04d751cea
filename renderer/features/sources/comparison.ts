import { queryOptions } from '@tanstack/react-query';
import type { Changes } from '../../../core/sources/changes.ts';
import type { PageReading } from '../../../core/sources/page-reading.ts';
import type { Source } from '../../../core/sources/source.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import { bridge } from '../../bridge/client.ts';

/** A page as it is now beside its saved article; `changes` is null when nothing is different. */
export type Comparison = { readonly reading: PageReading; readonly changes: Changes | null };

const compareReading = async (source: Source, reading: string): Promise<Result<Comparison>> => {
  if (source.article === null) return failed('article/missing');
  const saved = await bridge().sources.article({ sha256: source.article });
  if (!saved.ok) return saved;
  const read = await bridge().sources.read({ reading, url: source.url, typed: source.typed.includes('url') });
  if (!read.ok) return read;
  const { article } = read.value;
  if (article === null) return failed(read.value.trouble ?? 'page/unreadable');
  // One hash is one article: nothing changed.
  if (article === source.article) return ok({ reading: read.value, changes: null });
  const now = await bridge().sources.article({ sha256: article });
  const { articleChanges } = await import('../../../core/sources/changes.ts');
  return now.ok ? ok({ reading: read.value, changes: articleChanges(saved.value, now.value) }) : now;
};

/** Reads the page as it is now and compares it with the saved article. Aborted, it answers `page/cancelled`. */
export const compareSource = async (source: Source, signal: AbortSignal): Promise<Result<Comparison>> => {
  const reading = crypto.randomUUID();
  const cancel = (): void => void bridge().sources.cancel({ reading });
  signal.addEventListener('abort', cancel);
  const compared = await compareReading(source, reading);
  signal.removeEventListener('abort', cancel);
  return signal.aborted ? failed('page/cancelled') : compared;
};

/** Milliseconds for which a page that answered is not asked again by itself: the way to the preview and back is shorter. */
const fresh = 300_000;

/** The comparison that is made before publishing; it is cancelled when nothing shows it any more. */
export const comparisonQuery = (source: Source) =>
  queryOptions({
    queryKey: ['comparison', source.url, source.article],
    queryFn: ({ signal }) => compareSource(source, signal),
    staleTime: ({ state }) => (state.data?.ok ? fresh : 0),
    gcTime: fresh,
  });

/**
 * How a source's page stands to what was saved of it: `missing` where nothing is found at its address, `gone` where its site says
 * that it was taken down, `unknown` where nobody could tell.
 */
export type Standing = 'same' | 'changed' | 'missing' | 'gone' | 'closed' | 'unknown';

/** What a comparison says. A page that was for subscribers when it was read and still is, is compared like any other. */
export const standingOf = (source: Source, compared: Result<Comparison>): Standing => {
  if (compared.ok) {
    const { reading, changes } = compared.value;
    if (changes === null) return 'same';
    return reading.trouble === 'page/closed' && source.trouble !== 'page/closed' ? 'closed' : 'changed';
  }
  const { code } = compared.error;
  if (code === 'page/not-found') return 'missing';
  if (code === 'page/gone') return 'gone';
  return code === 'page/closed' ? 'closed' : 'unknown';
};
