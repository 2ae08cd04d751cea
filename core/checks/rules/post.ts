import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { excerptOf, mediaOf } from '../../document/text.ts';
import type { CheckedPost, CheckPlace, CheckRule, RuleFinding } from '../check.ts';
import { nodesOf, type Placed, wordsPlace } from '../places.ts';

/** Whether a section says something of the writer's own: a heading, a caption and words of others are not it. */
const hasOwnWords = (section: ProseMirrorNode): boolean => {
  let own = false;
  section.descendants((node) => {
    const { name } = node.type;
    if (name === 'sectionHeading' || name === 'quotation' || node.type.isInGroup('captioning')) return false;
    if (node.isTextblock && node.textContent.trim() !== '') own = true;
    return !own && !node.isTextblock;
  });
  return own;
};

/** Where a comment is begun: the section's first paragraph, or the section where it has none. */
const commentPlace = (section: Placed): CheckPlace => {
  const at = section.node.children.findIndex(({ type }) => type.name === 'paragraph');
  const node = section.node.maybeChild(at);
  if (!node) return wordsPlace(section);
  const before = section.node.children.slice(0, at).reduce((size, child) => size + child.nodeSize, 0);
  const from = section.from + 1 + before;
  return wordsPlace({ node, from, to: from + node.nodeSize });
};

/** A comment section is filled, or one of several is. A post without one is of another kind. */
export const commentMissing: CheckRule<'comment-missing'> = {
  id: 'comment-missing',
  level: 'must',
  find: ({ document }) => {
    const comments = nodesOf(document, 'section').filter(({ node }) => node.attrs.kind === 'comment');
    const [first] = comments;
    if (!first || comments.some(({ node }) => hasOwnWords(node))) return [];
    return [{ place: commentPlace(first), about: '' }];
  },
};

/** Lists and feeds show the writer's own excerpt, not words that happen to come first. */
export const excerptMissing: CheckRule<'excerpt-missing'> = {
  id: 'excerpt-missing',
  level: 'should',
  find: ({ document, fields }) => {
    if (fields.excerpt.trim() !== '') return [];
    const text = excerptOf(document);
    return [
      { place: { kind: 'field', field: 'excerpt' }, about: '', ...(text ? { fix: { name: 'excerpt', text } } : {}) },
    ];
  },
};

/** Where the blog shows a picture for each post there is one: the chosen one, or the first of the post. */
export const featuredImageMissing: CheckRule<'featured-image-missing'> = {
  id: 'featured-image-missing',
  level: 'should',
  find: ({ document, fields, facts }) =>
    facts.showsFeaturedImage && fields.featuredImage === null && mediaOf(document).length === 0
      ? [{ place: { kind: 'field', field: 'featuredImage' }, about: '', fix: { name: 'picture' } }]
      : [],
};

/** A chosen picture that the text does not show: what is written of it stands under Post. */
const pictureApart = ({ document, fields }: CheckedPost): string | null =>
  fields.featuredImage === null || mediaOf(document).includes(fields.featuredImage) ? null : fields.featuredImage;

const featuredFinding = (sha256: string): RuleFinding => ({
  place: { kind: 'field', field: 'featuredImage' },
  about: sha256,
});

/** A featured image outside the text says whose it is, as every picture does. */
export const featuredImageCredit: CheckRule<'featured-image-credit'> = {
  id: 'featured-image-credit',
  level: 'must',
  find: (post) => {
    const apart = post.fields.featuredCredit.trim() === '' ? pictureApart(post) : null;
    return apart === null ? [] : [featuredFinding(apart)];
  },
};

/** A featured image outside the text says what it shows. A blog may show it beside the headline alone: worth a look. */
export const featuredImageAlt: CheckRule<'featured-image-alt'> = {
  id: 'featured-image-alt',
  level: 'should',
  find: (post) => {
    const apart = post.fields.featuredAlt.trim() === '' ? pictureApart(post) : null;
    return apart === null ? [] : [featuredFinding(apart)];
  },
};
