import { Node } from '@tiptap/core';
import { type Embed, embedOf, isEmbedAddress } from '../../../embeds/embed-address.ts';
import { embedProviderIds } from '../../../embeds/providers.ts';
import { maxStart } from '../../../embeds/start-time.ts';
import {
  choiceAttr,
  type Declaration,
  declareAttributes,
  flagAttr,
  imageAttr,
  linkAttr,
  numberAttr,
  requireAttributes,
  textAttr,
} from '../../attributes.ts';
import { enterBlock, insertBlock } from '../../editing/place.ts';

/** A video, audio or post of another site as the document holds it. */
export type EmbedAttributes = {
  readonly url: string;
  readonly provider: Embed['provider'];
  /** What its site calls it; empty for sites that are not known. */
  readonly videoId: string;
  /** Seconds from the beginning at which it starts. */
  readonly start: number;
  /** Goes out as a link on every blog. */
  readonly asLink: boolean;
  /** Empty while unknown. */
  readonly title: string;
  /** Who published it there; empty while unknown. Suggested as its credit. */
  readonly author: string;
  /** A still picture of it in the library. */
  readonly thumbnail: string | null;
  /** Pixels of its player, for the shape; null while unknown. */
  readonly width: number | null;
  readonly height: number | null;
  /** Its site is to be asked for title, author and picture. */
  readonly waiting: boolean;
  /** The fields whose suggestion the writer does not want. */
  readonly dismissed: (typeof dismissals)[number];
};

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    embed: {
      /**
       * Puts an embed after the current block, or near the document position `at`; the caret goes to its caption. Refused for an address
       * that is none.
       */
      insertEmbed: (
        embed: Pick<EmbedAttributes, 'url'> & Partial<Pick<EmbedAttributes, 'start' | 'title' | 'waiting'>>,
        at?: number,
      ) => ReturnType;
      /**
       * Puts an embed in the place of the block that begins at a document position; a caret in that block goes to its caption. Refused for an
       * address that is none.
       */
      replaceByEmbed: (
        at: number,
        embed: Pick<EmbedAttributes, 'url'> & Partial<Pick<EmbedAttributes, 'waiting'>>,
      ) => ReturnType;
    };
  }
}

const dismissals = ['none', 'caption', 'credit', 'both'] as const;

const videoIdAttr: Declaration = {
  kind: 'setting',
  html: 'data-video-id',
  initial: '',
  accepts: (value) => typeof value === 'string' && /^[\w./:@~%?=&+-]{0,600}$/.test(value),
  read: (text) => text,
};

const startAttr: Declaration = {
  ...numberAttr('data-start', { min: 0, initial: 0 }),
  accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= maxStart,
};

const attributes = {
  url: linkAttr('data-url', isEmbedAddress),
  provider: choiceAttr('data-provider', embedProviderIds),
  videoId: videoIdAttr,
  start: startAttr,
  asLink: flagAttr('data-as-link'),
  title: textAttr('data-title', { forReader: true }),
  author: textAttr('data-author', { forReader: false }),
  thumbnail: imageAttr('data-thumbnail'),
  width: numberAttr('data-width', { min: 1, initial: null }),
  height: numberAttr('data-height', { min: 1, initial: null }),
  waiting: { ...flagAttr('data-waiting'), internal: true },
  dismissed: choiceAttr('data-dismissed', dismissals),
};

/** A video, audio or post of another site with its caption and credit. Its address alone makes a card, offline too. */
export const embed = Node.create({
  name: 'embed',
  group: 'block',
  content: 'caption credit',
  isolating: true,
  draggable: true,
  addAttributes: () => declareAttributes(attributes),
  parseHTML: () => [{ tag: 'figure[data-embed]', getAttrs: requireAttributes(attributes) }],
  renderHTML: ({ HTMLAttributes }) => ['figure', { 'data-embed': '', ...HTMLAttributes }, 0],
  addCommands() {
    const make = ({ url, ...more }: Pick<EmbedAttributes, 'url'> & Partial<EmbedAttributes>) => {
      const embed = embedOf(url);
      if (!embed.ok || embed.value.url !== url) return null;
      const { provider, id } = embed.value;
      return this.type.createAndFill({ provider, videoId: id, url, ...more });
    };
    return {
      insertEmbed: (embed, at) => insertBlock(make(embed), at),
      replaceByEmbed:
        (at, embed) =>
        ({ tr, dispatch }) => {
          const [made, before] = [make(embed), tr.doc.nodeAt(at)];
          if (made === null || before === null) return false;
          const { head } = tr.selection;
          if (!dispatch) return true;
          tr.replaceWith(at, at + before.nodeSize, made);
          if (head > at && head < at + before.nodeSize) enterBlock(tr, at);
          return true;
        },
    };
  },
});
