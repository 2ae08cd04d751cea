import type { Element, ElementContent } from 'hast';
import { type Embed, embedOf } from '../../../core/embeds/embed-address.ts';
import { attribute, elementsIn } from '../../../core/rendering/tree.ts';
import { wordless } from './allowed.ts';
import { captionIn, captioning, lineOf } from './captions.ts';
import { element, type Holder, isBlank, isElement, rewrite, text } from './tree.ts';

const isPlayer = (it: Element): boolean => it.tagName === 'video' || it.tagName === 'audio';

const isCard = (node: ElementContent): boolean => isElement(node) && node.properties.dataEmbed !== undefined;

/** The file that a player plays: its own or the first of its choices that has an address of the web; null for what a script feeds. */
const fileOf = (player: Element, page: string | null): Embed | null => {
  const addresses = [player, ...elementsIn(player, 'source')].map((it) => attribute(it, 'src').trim());
  for (const address of addresses) {
    if (address === '') continue;
    const absolute = URL.canParse(address, page ?? undefined) ? new URL(address, page ?? undefined).href : address;
    const embed = embedOf(absolute);
    if (embed.ok) return embed.value;
  }
  return null;
};

/** What the page calls it, else the name of the file. */
const titleOf = (player: Element, { provider, url }: Embed): string => {
  const said = (attribute(player, 'title') || attribute(player, 'ariaLabel')).trim();
  if (said !== '' || provider !== 'web') return said;
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

const cardOf = (player: Element, embed: Embed): Element => ({
  ...element('figure', captioning([])),
  properties: {
    dataEmbed: '',
    dataUrl: embed.url,
    dataProvider: embed.provider,
    dataVideoId: embed.id,
    dataStart: String(embed.start),
    dataTitle: titleOf(player, embed),
  },
});

/** Where a document holds words alone. */
const holdsWords: ReadonlySet<string> = new Set(['blockquote', 'caption', 'figcaption', 'pre', 'td', 'th']);

/** Elements that hold blocks, and so may hold a card. */
const holdsCards: ReadonlySet<string> = new Set(
  [
    'address article aside blockquote body center dd details div dl fieldset figure footer form header html li main nav ol',
    'section table tbody td tfoot th thead tr ul',
  ].flatMap((names) => names.split(' ')),
);

const linkOf = (player: Element, embed: Embed): Element => ({
  ...element('a', [text(titleOf(player, embed) || embed.url)]),
  properties: { href: embed.url },
});

/** A line of words parts where a card stands in it. */
const parted = (line: Element): readonly ElementContent[] => {
  const parts: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = (): void => {
    if (!run.every(isBlank)) parts.push({ ...line, children: run });
    run = [];
  };
  for (const child of line.children) {
    if (isCard(child)) {
      close();
      parts.push(child);
    } else run.push(child);
  }
  close();
  return parts;
};

const cardsIn = (it: Element): readonly Element[] =>
  it.children.flatMap((child) => (!isElement(child) ? [] : isCard(child) ? [child] : cardsIn(child)));

/** A figure around one card is that card, with the figure's caption. */
const captioned = (figure: Element): readonly ElementContent[] => {
  const cards = cardsIn(figure);
  const [card] = cards;
  if (!card) return [figure];
  const outer = { ...figure, children: figure.children.filter((child) => !isCard(child)) };
  const caption = captionIn(outer);
  if (cards.length > 1) return [...cards, ...(caption ? [{ ...caption, tagName: 'p' }] : [])];
  return [{ ...card, children: captioning(lineOf(caption?.children ?? [])) }];
};

/**
 * Makes cards of the video and audio files that a page plays: their files lie on another site and do not come along, so that a
 * card, which goes out as a link, is what can be said of them; in quotations and tables a link. Captions and marked credits come along. `page` is the address
 * of the page, for relative addresses, where it is known.
 */
export const readRecordings = (tree: Holder, page: string | null): void =>
  rewrite(tree, (it, within) => {
    if (isPlayer(it)) {
      const unseen = within.some((holder) => wordless.has(holder.tagName) && !isPlayer(holder));
      const embed = unseen ? null : fileOf(it, page);
      if (!embed) return [];
      return [within.some(({ tagName }) => holdsWords.has(tagName)) ? linkOf(it, embed) : cardOf(it, embed)];
    }
    if (isCard(it)) return [it];
    if (it.tagName === 'figure') return captioned(it);
    return holdsCards.has(it.tagName) || !it.children.some(isCard) ? [it] : parted(it);
  });
