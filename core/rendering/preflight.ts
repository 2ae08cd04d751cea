import type { Root } from 'hast';
import type { PostSnapshot } from '../document/post.ts';
import type { PreflightNote } from '../ipc.ts';
import type { Term } from '../publishing/target.ts';
import type { Audience, Rendered, RenderedPicture } from './render.ts';
import { elementsIn, hasClass, playerIn, widthIn } from './tree.ts';

/** A note about what a blog will drop or change. `key` names its sentence in `renderer/i18n` under `preflight`. */
export const note = (
  level: PreflightNote['level'],
  key: string,
  params: PreflightNote['params'] = {},
): PreflightNote => ({ level, key, params });

/** Of pictures at a side and of smaller ones, on a blog whose editor knows neither. */
export const placeNotes = (tree: Root): readonly PreflightNote[] => {
  const figures = elementsIn(tree, 'figure');
  const sides = figures.filter((figure) => hasClass(figure, 'align-left') || hasClass(figure, 'align-right')).length;
  const sizes = figures.filter((figure) => widthIn(figure) !== null).length;
  return [
    ...(sides > 0 ? [note('info', 'picture-sides-dropped', { count: sides })] : []),
    ...(sizes > 0 ? [note('info', 'picture-sizes-dropped', { count: sizes })] : []),
  ];
};

/** Of recordings, on a blog that takes no such files from programs. */
export const recordingNotes = (tree: Root): readonly PreflightNote[] => {
  const count = elementsIn(tree, 'figure').filter((figure) => playerIn(figure) !== undefined).length;
  return count > 0 ? [note('must', 'recordings-left-out', { count })] : [];
};

const unknownTo = (terms: readonly Term[], names: readonly string[]): readonly string[] => {
  const known = new Set(terms.map((term) => term.name.toLowerCase()));
  return names.filter((name) => !known.has(name.toLowerCase()));
};

type TermRules = { readonly kind: 'categories' | 'tags'; readonly accepted: boolean; readonly creatable: boolean };

const termNotes = (
  { kind, accepted, creatable }: TermRules,
  names: readonly string[],
  terms: readonly Term[],
): readonly PreflightNote[] => {
  if (names.length === 0) return [];
  if (!accepted) return [note('should', `${kind}-dropped`, { names: names.join(', ') })];
  const fresh = unknownTo(terms, names);
  if (fresh.length === 0) return [];
  const level = creatable ? 'info' : 'should';
  return [note(level, `${kind}-${creatable ? 'created' : 'not-created'}`, { names: fresh.join(', ') })];
};

/**
 * What holds for every platform: what the account may do, terms, pictures and recordings. A platform's own notes come from its
 * dialect. Notes are hints about one moment; the target decides again when it publishes.
 */
export const preflight = (
  snapshot: PostSnapshot,
  { pictures, recordings }: Pick<Rendered, 'pictures' | 'recordings'>,
  audience: Audience,
): readonly PreflightNote[] => {
  const notes: PreflightNote[] = [];
  const missingOf = (files: readonly RenderedPicture[]): number =>
    files.filter(({ sha256 }) => !audience.hasPicture(sha256)).length;
  const [lost, silent] = [missingOf(pictures), missingOf(recordings)];
  if (lost > 0) notes.push(note('must', 'pictures-missing', { count: lost }));
  if (silent > 0) notes.push(note('must', 'recordings-missing', { count: silent }));
  const { capabilities } = audience;
  if (!capabilities) return notes;
  if (!capabilities.publish) notes.push(note('must', 'role-cannot-publish'));
  const files = pictures.length + recordings.length;
  if (!capabilities.uploadMedia && files > 0) {
    notes.push(note('must', 'role-cannot-upload', { count: files }));
  }
  if (!capabilities.featuredImage && snapshot.fields.featuredImage) notes.push(note('info', 'featured-image-dropped'));
  if (!audience.taxonomy) return notes;
  const { categories, tags } = audience.taxonomy;
  const { fields } = snapshot;
  return [
    ...notes,
    ...termNotes(
      { kind: 'categories', accepted: capabilities.categories, creatable: capabilities.createCategories },
      fields.categories,
      categories,
    ),
    ...termNotes({ kind: 'tags', accepted: capabilities.tags, creatable: capabilities.createTags }, fields.tags, tags),
  ];
};
