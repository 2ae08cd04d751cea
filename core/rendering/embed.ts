import type { Element } from 'hast';
import { h } from 'hastscript';
import { type Embed, keptEmbed, pageOf, siteNameOf } from '../embeds/embed-address.ts';
import type { EmbedProvider } from '../embeds/provider.ts';
import { embedProvider } from '../embeds/providers.ts';
import { startText } from '../embeds/start-time.ts';
import { childOf, elementsIn, hasClass, textOf } from './tree.ts';

/** An embed of the neutral tree, as dialects need it. */
export type ShownEmbed = {
  readonly embed: Embed;
  /** Null for sites that are not in the table. */
  readonly provider: EmbedProvider | null;
  /** What people call its site. */
  readonly site: string;
  /** Its page from the start time on. */
  readonly page: string;
  /** Empty while unknown. */
  readonly title: string;
  /** Pixels of its player; null while unknown. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Its still picture with slots; null where the library has none. */
  readonly picture: Element | null;
  /** The writer wants a link. */
  readonly asLink: boolean;
};

export const isEmbed = (node: Element): boolean => node.tagName === 'figure' && hasClass(node, 'embed');

/** All embeds below a node. */
export const embedsIn = (tree: Parameters<typeof elementsIn>[0]): readonly ShownEmbed[] =>
  elementsIn(tree, 'figure').filter(isEmbed).map(shownEmbed);

/** Reads an embed of the neutral tree. */
export const shownEmbed = (figure: Element): ShownEmbed => {
  const { dataUrl, dataStart = 0, dataWidth, dataHeight } = figure.properties;
  const embed = keptEmbed({ url: String(dataUrl), start: Number(dataStart) });
  const link = childOf(figure, 'a');
  const page = pageOf(embed);
  const words = link ? textOf(link).trim() : '';
  return {
    embed,
    provider: embedProvider(embed.provider),
    site: siteNameOf(embed),
    page,
    title: words === page ? '' : words,
    size: dataWidth && dataHeight ? { width: Number(dataWidth), height: Number(dataHeight) } : null,
    picture: (link && childOf(link, 'img')) ?? null,
    asLink: figure.properties.dataAsLink !== undefined,
  };
};

/** What the link to an embed says: whose it is, its title or else its address, and where it begins. */
export const labelOfEmbed = ({ site, title, embed }: ShownEmbed): string => {
  const what = title || embed.url.replace(/^https?:\/\/(?:www\.)?/, '');
  const start = startText(embed.start);
  return `${site}: ${what}${start === '' ? '' : ` (${start})`}`;
};

/** The link to an embed, for blogs that do not show it. */
export const embedLink = (shown: ShownEmbed): Element => h('a', { href: shown.page }, labelOfEmbed(shown));

/** The still picture of an embed as one that says what it shows. */
export const embedPicture = (shown: ShownEmbed): Element | null =>
  shown.picture && { ...shown.picture, properties: { ...shown.picture.properties, alt: labelOfEmbed(shown) } };
