import type { CheckRule } from '../check.ts';
import { aboutOf, blockPlace, isBlank, nodesOf } from '../places.ts';

/** Every video says what it shows. */
export const embedCaption: CheckRule<'embed-caption'> = {
  id: 'embed-caption',
  level: 'must',
  find: ({ document }) =>
    nodesOf(document, 'embed')
      .filter(({ node }) => isBlank(node.firstChild))
      .map((embed) => ({ place: blockPlace(embed, 'caption'), about: aboutOf(embed.node.attrs.url) })),
};

/** Every video says whose it is. */
export const embedCredit: CheckRule<'embed-credit'> = {
  id: 'embed-credit',
  level: 'must',
  find: ({ document }) =>
    nodesOf(document, 'embed')
      .filter(({ node }) => isBlank(node.lastChild))
      .map((embed) => ({ place: blockPlace(embed, 'credit'), about: aboutOf(embed.node.attrs.url) })),
};
