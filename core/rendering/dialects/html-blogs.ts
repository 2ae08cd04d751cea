import type { Element, ElementContent, Properties, Root } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import { h } from 'hastscript';
import { playerOf as playerAddressOf } from '../../embeds/embed-address.ts';
import { playerHosts } from '../../embeds/player-hosts.ts';
import type { PreflightNote } from '../../ipc.ts';
import { embedLink, embedPicture, embedsIn, type ShownEmbed, shownEmbed } from '../embed.ts';
import { footnoteLinkAttributes, footnotePlace } from '../footnotes.ts';
import { note } from '../preflight.ts';
import { withRawHtml } from '../raw-html.ts';
import { childOf } from '../tree.ts';

/** The frame of a player, in pixels: the shape of its video in the width of a column; players of sound are low. */
const frameSize = ({ provider, size }: ShownEmbed): { readonly width: number; readonly height: number } => {
  if (provider?.kind === 'audio') return { width: 560, height: 175 };
  if (size === null) return { width: 560, height: 315 };
  const width = size.height > size.width ? 315 : 560;
  return { width, height: Math.round((width * size.height) / size.width) };
};

/** The player of an embed that stands in the neutral tree; null where it goes out as a link. */
export const playerOf = (figure: Element): Element | null => {
  const shown = shownEmbed(figure);
  const src = shown.asLink ? null : playerAddressOf(shown.embed);
  return src === null ? null : h('iframe', { src, ...frameSize(shown), allowFullScreen: true });
};

/** An embed as a link: its still picture, shown by `show` with the caption, then a labelled link; without a picture the caption follows. */
export const embedAsLink = (figure: Element, show: (picture: Element) => ElementContent): readonly ElementContent[] => {
  const shown = shownEmbed(figure);
  const picture = embedPicture(shown);
  const link = h('p', [embedLink(shown)]);
  return picture ? [show(picture), link] : [link, ...captionAs('p', figure)];
};

/** Of embeds that go out as links although the writer did not ask for that. */
export const linkNotes = (tree: Root): readonly PreflightNote[] => {
  const count = embedsIn(tree).filter(({ embed, asLink }) => !asLink && playerAddressOf(embed) === null).length;
  return count > 0 ? [note('info', 'embed-as-link', { count })] : [];
};

/** The words of a caption, if there are any, with their direction in an element of this name. */
export const captionAs = (tagName: string, figure: Element, properties: Properties = {}): readonly Element[] => {
  const caption = childOf(figure, 'figcaption');
  return caption ? [h(tagName, { ...properties, dir: caption.properties.dir }, caption.children)] : [];
};

/** Addresses on hosts of players. */
const playerAddress = new RegExp(`^https://(?:${playerHosts.map((host) => host.replaceAll('.', '\\.')).join('|')})/`);

/** What blogs take that let their writers put any HTML in: what HTML blocks may hold, the notes' places, and players of the known providers. */
export const htmlSchema = (own: Schema): Schema => {
  const base = withRawHtml(own);
  return {
    ...base,
    allowComments: true,
    tagNames: [...(base.tagNames ?? []), 'iframe'],
    attributes: {
      ...base.attributes,
      a: [...(base.attributes?.a ?? []), ...footnoteLinkAttributes],
      li: [...(base.attributes?.li ?? []), footnotePlace],
      iframe: [['src', playerAddress], 'width', 'height', 'allowFullScreen'],
    },
  };
};
