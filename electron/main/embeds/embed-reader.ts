import type { AddedPicture } from '../../../core/document/media.ts';
import { type Embed, embedOf, parseEmbedAddress } from '../../../core/embeds/embed-address.ts';
import { canBeAsked, type EmbedReading, oembedOf } from '../../../core/embeds/embed-reading.ts';
import { type OembedAnswer, readOembed } from '../../../core/embeds/oembed.ts';
import { embedProvider } from '../../../core/embeds/providers.ts';
import { pageHead } from '../../../core/publishing/html-page.ts';
import type { Http, HttpAnswer } from '../../../core/publishing/http.ts';
import { failed, ok, type Result, type TroubleCode } from '../../../core/trouble.ts';

type Needs = {
  readonly http: Http;
  readonly add: (name: string, bytes: Uint8Array) => Promise<Result<AddedPicture>>;
};

type Asked = { readonly reading: string; readonly url: string; readonly typed: boolean };

/** The largest answer and page, in bytes; the head of a page, where oEmbed is announced, is in its first ones. */
const maxBytes = 256_000;
const maxStillBytes = 10_000_000;

/** Milliseconds for each question, redirects included. */
const wholeTime = 10_000;
const maxRedirects = 5;

type Question = {
  readonly url: string;
  readonly accept: string;
  readonly reach: 'public' | 'typed';
  readonly limit?: number;
  readonly redirects?: number;
};

const isShort = ({ provider }: Embed): boolean => embedProvider(provider)?.isShort === true;

/** Where an answer sends on to; null where it does not, or to no web page. */
const sentTo = ({ status, headers, url }: HttpAnswer): string | null => {
  const { location } = headers;
  if (status < 300 || status > 399 || location === undefined || !URL.canParse(location, url)) return null;
  const next = new URL(location, url);
  return /^https?:$/.test(next.protocol) ? next.href : null;
};

const nothingSaid: EmbedReading = { title: '', author: '', size: null, thumbnail: null, leadsTo: null };

const troubleOfStatus = (status: number): TroubleCode | null => {
  if (status === 200) return null;
  if (status === 404) return 'page/not-found';
  if (status === 410) return 'page/gone';
  return status === 401 || status === 403 ? 'page/closed' : 'page/server-error';
};

/**
 * Asks the sites of embeds for title, author, size and still picture: at their oEmbed endpoint, which a site that is not known announces in its page.
 * What they answer may be hostile; markup in it is never looked at. Each reading has an id by which it is cancelled.
 */
export const makeEmbedReader = ({ http, add }: Needs) => {
  const underWay = new Map<string, AbortController>();

  const send = async (
    { url, accept, reach, limit = maxBytes, redirects = maxRedirects }: Question,
    signal: AbortSignal,
  ): Promise<Result<HttpAnswer>> => {
    const answered = await http({
      method: 'GET',
      url,
      // Many sites send nothing to what does not look like a browser.
      headers: { 'user-agent': 'Mozilla/5.0 (compatible; Rejoinder)', accept },
      timeout: wholeTime,
      redirects,
      maxBytes: limit,
      reach,
      signal,
    });
    return signal.aborted ? failed('page/cancelled') : answered;
  };

  const ask = async (question: Question, signal: AbortSignal): Promise<Result<HttpAnswer>> => {
    const answered = await send(question, signal);
    if (!answered.ok) return answered;
    const refused = troubleOfStatus(answered.value.status);
    const { host } = new URL(question.url);
    return refused ? failed(refused, { params: { host }, detail: `Status ${answered.value.status}` }) : answered;
  };

  /** The endpoint that a page announces (https://oembed.com, 4). */
  const announced = async (page: string, reach: Question['reach'], signal: AbortSignal): Promise<Result<string>> => {
    const answered = await ask({ url: page, accept: 'text/html', reach }, signal);
    if (!answered.ok) return answered;
    const { body, url } = answered.value;
    const links = pageHead(new TextDecoder().decode(body), url).links;
    const link = links.find(
      ({ rel, type }) => rel.includes('alternate') && type.toLowerCase() === 'application/json+oembed',
    );
    return link ? ok(link.href) : failed('embed/silent', { params: { host: new URL(url).host } });
  };

  /** What is on the host that the writer typed may be on this computer; whatever leads elsewhere may not. */
  const reachOf = (address: string, { url, typed }: Asked): Question['reach'] =>
    typed && URL.canParse(address) && new URL(address).host === new URL(url).host ? 'typed' : 'public';

  /** Where the public list of oEmbed says that a site is asked. */
  const inList = async (page: string): Promise<string | null> => (await import('./oembed-list.ts')).listedOembed(page);

  const answerOf = async (embed: Embed, asked: Asked, signal: AbortSignal): Promise<Result<OembedAnswer>> => {
    const known = oembedOf(embed) ?? (await inList(embed.url));
    const endpoint = known === null ? await announced(embed.url, reachOf(embed.url, asked), signal) : ok(known);
    if (!endpoint.ok) return endpoint;
    const question = { url: endpoint.value, accept: 'application/json', reach: reachOf(endpoint.value, asked) };
    const answered = await ask(question, signal);
    if (!answered.ok) return answered;
    const { body, url } = answered.value;
    const read = readOembed(new TextDecoder().decode(body), url);
    return read
      ? ok(read)
      : failed('embed/silent', { params: { host: new URL(url).host }, detail: 'No oEmbed answer' });
  };

  /** Without a still picture an embed is whole, so that nothing is a trouble here. */
  const still = async (address: string, asked: Asked, signal: AbortSignal): Promise<EmbedReading['thumbnail']> => {
    const question = { url: address, accept: 'image/*', reach: reachOf(address, asked), limit: maxStillBytes };
    const answered = await ask(question, signal);
    if (!answered.ok) return null;
    const added = await add(new URL(address).pathname.split('/').at(-1) || 'still', answered.value.body);
    return added.ok ? added.value.sha256 : null;
  };

  /** What a short link leads to, as its redirects say; the page itself is not asked for. */
  const followed = async ({ url }: Embed, signal: AbortSignal): Promise<Result<Embed>> => {
    let at = url;
    for (let hop = 0; hop < maxRedirects; hop += 1) {
      const answered = await send({ url: at, accept: 'text/html', reach: 'public', redirects: 0 }, signal);
      if (!answered.ok) return answered;
      const next = sentTo(answered.value);
      const { status } = answered.value;
      const refused = status === 404 || status === 410 ? troubleOfStatus(status) : 'embed/silent';
      if (next === null) return failed(refused ?? 'embed/silent', { params: { host: new URL(at).host } });
      const embed = parseEmbedAddress(next);
      if (embed.ok && !isShort(embed.value)) return embed;
      at = next;
    }
    return failed('embed/silent', { params: { host: new URL(url).host } });
  };

  const readAbout = async (embed: Embed, asked: Asked, signal: AbortSignal): Promise<Result<EmbedReading>> => {
    if (!canBeAsked(embed)) return failed('embed/silent', { params: { host: new URL(embed.url).host } });
    const answered = await answerOf(embed, asked, signal);
    if (!answered.ok) return answered;
    const { thumbnailUrl, ...said } = answered.value;
    const thumbnail = thumbnailUrl === null ? null : await still(thumbnailUrl, asked, signal);
    return ok({ ...said, thumbnail, leadsTo: null });
  };

  const read = async (asked: Asked, signal: AbortSignal): Promise<Result<EmbedReading>> => {
    const embed = embedOf(asked.url);
    if (!embed.ok) return embed;
    if (!isShort(embed.value)) return readAbout(embed.value, asked, signal);
    const found = await followed(embed.value, signal);
    if (!found.ok) return found;
    const { url, start } = found.value;
    const about = await readAbout(found.value, asked, signal);
    // Where it leads is worth knowing, whatever its site says.
    if (!about.ok && about.error.code !== 'embed/silent' && !about.error.code.startsWith('page/')) return about;
    if (signal.aborted) return failed('page/cancelled');
    return ok({ ...(about.ok ? about.value : nothingSaid), leadsTo: { url, start } });
  };

  return {
    /**
     * Asks about one embed: answers of at most 256 kB within ten seconds each, a picture of at most 10 MB. `typed`: the writer typed this very
     * address, so that its host may be this computer or a private network. `embed/silent` where the site says nothing, `page/…`, `network/…`.
     */
    read: async (asked: Asked): Promise<Result<EmbedReading>> => {
      const controller = new AbortController();
      underWay.set(asked.reading, controller);
      try {
        return await read(asked, controller.signal);
      } finally {
        underWay.delete(asked.reading);
      }
    },
    /** Ends a reading; one that is over is left alone. */
    cancel: (reading: string): void => underWay.get(reading)?.abort(),
  };
};
