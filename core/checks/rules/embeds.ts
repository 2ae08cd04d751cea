import { keptEmbed, siteNameOf } from '../../embeds/embed-address.ts';
import type { CheckedPost, CheckRule, RuleFinding } from '../check.ts';
import type { LinkAnswer } from '../link-answer.ts';
import { aboutOf, blockPlace, isBlank, nodesOf } from '../places.ts';

/** Every video or post of another site says what it shows. */
export const embedCaption: CheckRule<'embed-caption'> = {
  id: 'embed-caption',
  level: 'must',
  find: ({ document }) =>
    nodesOf(document, 'embed')
      .filter(({ node }) => isBlank(node.firstChild))
      .map((embed) => ({ place: blockPlace(embed, 'caption'), about: aboutOf(embed.node.attrs.url) })),
};

/** Every video or post of another site says whose it is. */
export const embedCredit: CheckRule<'embed-credit'> = {
  id: 'embed-credit',
  level: 'must',
  find: ({ document }) =>
    nodesOf(document, 'embed')
      .filter(({ node }) => isBlank(node.lastChild))
      .map((embed) => ({ place: blockPlace(embed, 'credit'), about: aboutOf(embed.node.attrs.url) })),
};

/** The embeds whose address answered like that. */
export const embedsAnswering = (
  { document, facts }: CheckedPost,
  states: readonly LinkAnswer['state'][],
): readonly RuleFinding[] =>
  nodesOf(document, 'embed').flatMap((embed): readonly RuleFinding[] => {
    const url = String(embed.node.attrs.url);
    const answer = Object.hasOwn(facts.links, url) ? facts.links[url] : undefined;
    if (!answer || !states.includes(answer.state)) return [];
    const host = siteNameOf(keptEmbed({ url, start: 0 }));
    const { reason, status } = answer;
    return [{ place: blockPlace(embed), about: aboutOf(url), params: { host, reason, status } }];
  });

/** No video or post was taken down or closed by its owner. */
export const embedGone: CheckRule<'embed-gone'> = {
  id: 'embed-gone',
  level: 'must',
  find: (post) => embedsAnswering(post, ['gone', 'closed']),
};
