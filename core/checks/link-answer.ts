import { parseEmbedAddress } from '../embeds/embed-address.ts';
import { oembedOf } from '../embeds/embed-reading.ts';
import { readOembed } from '../embeds/oembed.ts';
import type { EmbedProvider } from '../embeds/provider.ts';
import { embedProvider } from '../embeds/providers.ts';
import type { Http, HttpAnswer } from '../publishing/http.ts';
import { failed, ok, type Result, type Trouble, type TroubleCode } from '../trouble.ts';

/** What an address answered when the writer asked. */
export type LinkAnswer = {
  /**
   * `answers`: a page is there, if behind a sign-in or a payment. `gone`: its server says that it is not (404, 410), or
   * there is no such server. `closed`: a video or post that its owner shows to nobody else or on no other site. `silent`: no
   * answer or an error of the server, which may pass. `private`: it leads into a private network and was not asked.
   */
  readonly state: 'answers' | 'gone' | 'closed' | 'silent' | 'private';
  /** Why; names its words under `checks.answers` in `renderer/i18n`. */
  readonly reason: 'status' | 'owner' | 'endless' | 'unknown-host' | 'timeout' | 'refused' | 'tls' | 'failed';
  /** The status of the answer; 0 where there was none. */
  readonly status: number;
};

/** Milliseconds: ten seconds for all tries. */
const oembedTime = 3000;
const headTime = 3000;
const getTime = 4000;
const redirects = 10;

/** A page that is there need not be read to its end. */
const maxBytes = 100_000;

/** Statuses of servers that have the page but not for this question. */
const kept: ReadonlySet<number> = new Set([401, 402, 403, 405, 406, 407, 409, 412, 423, 425, 426, 428, 429, 451]);

const fromStatus = (status: number): LinkAnswer => {
  if (status >= 300 && status < 400) return { state: 'silent', reason: 'endless', status };
  if (status < 300 || kept.has(status)) return { state: 'answers', reason: 'status', status };
  return { state: status === 404 || status === 410 ? 'gone' : 'silent', reason: 'status', status };
};

const reasons: Partial<Record<TroubleCode, LinkAnswer['reason']>> = {
  'network/unknown-host': 'unknown-host',
  'network/timeout': 'timeout',
  'network/refused': 'refused',
  'network/tls': 'tls',
};

const fromTrouble = ({ code }: Trouble): LinkAnswer => {
  if (code === 'network/too-large') return { state: 'answers', reason: 'status', status: 200 };
  const state = code === 'network/private' ? 'private' : code === 'network/unknown-host' ? 'gone' : 'silent';
  return { state, reason: reasons[code] ?? 'failed', status: 0 };
};

const answerOf = (answered: Result<HttpAnswer>): LinkAnswer =>
  answered.ok ? fromStatus(answered.value.status) : fromTrouble(answered.error);

type Question = {
  readonly address: string;
  /** Whether it may lead to this computer or a private network: the writer said so. */
  readonly local: boolean;
  readonly signal: AbortSignal;
};

/** What the oEmbed of a video or post says; null where it says nothing certain. Some sites keep the page of what is gone. */
const fromOembed = ({ refusals }: EmbedProvider, answer: HttpAnswer): LinkAnswer | null => {
  const { status } = answer;
  if (status === 404 || status === 410 || refusals?.gone?.includes(status)) {
    return { state: 'gone', reason: 'status', status };
  }
  if (refusals?.closed?.includes(status)) return { state: 'closed', reason: 'owner', status };
  const isAnswer = status === 200 && readOembed(new TextDecoder().decode(answer.body), answer.url) !== null;
  return isAnswer ? { state: 'answers', reason: 'status', status } : null;
};

/** The question that tells whether a video or post of a known site is there, and whose it is. */
const embedQuestion = (address: string): { readonly url: string; readonly provider: EmbedProvider } | null => {
  const embed = parseEmbedAddress(address);
  const url = embed.ok ? oembedOf(embed.value) : null;
  const provider = embed.ok ? embedProvider(embed.value.provider) : null;
  return url !== null && provider ? { url, provider } : null;
};

/**
 * Asks whether a page is there: a video or post of a known site at that site's oEmbed; every other page, and one of which that says nothing, for its head, and where that is not answered well for the page itself, since some servers
 * know no other question. At most ten seconds. `network/offline` where there is no network, `page/cancelled` when it was.
 */
export const askLink = async (http: Http, { address, local, signal }: Question): Promise<Result<LinkAnswer>> => {
  const ask = (method: 'HEAD' | 'GET', timeout: number, url = address): Promise<Result<HttpAnswer>> =>
    http({
      method,
      url,
      // Many sites send nothing to what does not look like a browser.
      headers: { 'user-agent': 'Mozilla/5.0 (compatible; Rejoinder)', accept: '*/*' },
      timeout,
      redirects,
      maxBytes,
      reach: local && url === address ? 'typed' : 'public',
      signal,
    });
  const question = embedQuestion(address);
  const said = question && (await ask('GET', oembedTime, question.url));
  const known = question && said?.ok ? fromOembed(question.provider, said.value) : null;
  if (known && !signal.aborted) return ok(known);
  const head = await ask('HEAD', headTime);
  const first = answerOf(head);
  const isSettled = first.state === 'answers' || first.state === 'private' || first.reason === 'unknown-host';
  const answered = isSettled || signal.aborted ? head : await ask('GET', getTime);
  if (signal.aborted) return failed('page/cancelled');
  if (!answered.ok && answered.error.code === 'network/offline') return answered;
  return ok(answerOf(answered));
};
