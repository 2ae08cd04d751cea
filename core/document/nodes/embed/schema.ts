import { Node } from '@tiptap/core';
import {
  choiceAttr,
  type Declaration,
  declareAttributes,
  linkAttr,
  requireAttributes,
  textAttr,
} from '../../attributes.ts';
import { enterBlock, placeBlock } from '../../editing/place.ts';
import { parseVideoAddress, type Video, videoProviders } from '../../video.ts';

/** A video as the document holds it; `title` is empty while unknown. */
export type EmbedAttributes = Pick<Video, 'provider' | 'videoId' | 'url'> & { readonly title: string };

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    embed: {
      /** Puts a video after the current block, or near the document position `at`; the caret goes to its caption. */
      insertEmbed: (video: Pick<Video, 'provider' | 'videoId' | 'url'> & { title?: string }, at?: number) => ReturnType;
    };
  }
}

const isVideoAddress = (address: string): boolean => {
  const video = parseVideoAddress(address);
  return video.ok && video.value.url === address;
};

const videoIdAttr: Declaration = {
  kind: 'setting',
  html: 'data-video-id',
  accepts: (value) => typeof value === 'string' && /^[\w-]{1,20}$/.test(value),
  read: (text) => text,
};

const attributes = {
  url: linkAttr('data-url', isVideoAddress),
  provider: choiceAttr('data-provider', videoProviders),
  videoId: videoIdAttr,
  title: textAttr('data-title', { forReader: true }),
};

/** A video of another site with its caption and credit. Only its address is kept: it works offline as a card. */
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
    return {
      insertEmbed:
        ({ provider, videoId, url, title = '' }, at) =>
        ({ tr, dispatch }) => {
          if (!isVideoAddress(url)) return false;
          const block = this.type.createAndFill({ provider, videoId, url, title });
          if (block && dispatch) enterBlock(tr, placeBlock(tr, block, at));
          return block !== null;
        },
    };
  },
});
