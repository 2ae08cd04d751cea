import { agencyIn } from '../agencies.ts';
import type { CheckRule, RuleFinding } from '../check.ts';
import { aboutOf, blockPlace, isBlank, nodesOf, type Placed } from '../places.ts';

const finding = (figure: Placed, part?: 'credit'): RuleFinding => ({
  place: blockPlace(figure, part),
  about: aboutOf(figure.node.attrs.media),
});

/** Figures that show a picture; one without it is only its words. */
const picturesOf = (doc: Placed['node']): readonly Placed[] =>
  nodesOf(doc, 'figure').filter(({ node }) => node.attrs.media !== null);

/** Every picture says whose it is. */
export const pictureCredit: CheckRule<'picture-credit'> = {
  id: 'picture-credit',
  level: 'must',
  find: ({ document }) =>
    picturesOf(document)
      .filter(({ node }) => node.attrs.ownWork !== true && isBlank(node.lastChild))
      .map((figure) => ({ ...finding(figure, 'credit'), fix: { name: 'own-work' } })),
};

/** Every picture says what it shows to who cannot see it, or that it says nothing. */
export const pictureAlt: CheckRule<'picture-alt'> = {
  id: 'picture-alt',
  level: 'must',
  find: ({ document }) =>
    picturesOf(document)
      .filter(({ node }) => node.attrs.decorative !== true && String(node.attrs.alt).trim() === '')
      .map((figure) => ({ ...finding(figure), fix: { name: 'decorative' } })),
};

/** Pictures of agencies are licensed, and a credit is no licence. */
export const agencyCredit: CheckRule<'agency-credit'> = {
  id: 'agency-credit',
  level: 'should',
  find: ({ document }) =>
    picturesOf(document).flatMap((figure) => {
      const agency = agencyIn(figure.node.lastChild?.textContent ?? '');
      return agency === null ? [] : [{ ...finding(figure, 'credit'), params: { agency } }];
    }),
};
