import type { Element } from 'hast';
import { h } from 'hastscript';
import type { WordPressEmbed } from '../../embeds/provider.ts';
import type { ShownEmbed } from '../embed.ts';
import { type Block, block } from './wordpress-block.ts';

/** The classes of a player in the shape of most videos. */
export const wide = ['wp-embed-aspect-16-9', 'wp-has-aspect-ratio'] as const;

/** How WordPress embeds it; null where it knows no way, or the writer wants a link. */
export const embeddedBy = ({ provider, asLink }: ShownEmbed): WordPressEmbed | null =>
  asLink ? null : (provider?.wordpress ?? null);

/** An embed as an embed block: WordPress makes the player itself, so that no role's filter removes it. */
export const embedBlock = (
  { embed, provider }: ShownEmbed,
  known: WordPressEmbed,
  caption: readonly Element[],
): Block => {
  const page = known.page?.(embed.id) ?? embed.url;
  const url = embed.start > 0 ? (provider?.pageAt?.(page, embed.start) ?? page) : page;
  const { slug, type } = known;
  // Videos of phones stand upright.
  const shape = type === 'video' && slug !== 'tiktok' ? wide : [];
  return block(
    'embed',
    {
      url,
      type,
      providerNameSlug: slug,
      ...(known.fixed ? {} : { responsive: true }),
      ...(shape.length > 0 ? { className: shape.join(' ') } : {}),
    },
    h(
      'figure',
      { className: ['wp-block-embed', `is-type-${type}`, `is-provider-${slug}`, `wp-block-embed-${slug}`, ...shape] },
      [h('div', { className: ['wp-block-embed__wrapper'] }, `\n${url}\n`), ...caption],
    ),
  );
};
