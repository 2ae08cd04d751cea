import type { Post } from '../../core/document/post.ts';
import { saveNow } from '../bridge/pending-saves.ts';
import { changeFields } from '../bridge/queries.ts';
import { dismissNotice, showNotice, showTrouble } from '../ui/notices.ts';
import { words } from './words.ts';

type Featured = Pick<Post['fields'], 'featuredImage' | 'featuredAlt' | 'featuredCredit'>;

const save = async (id: Post['id'], featured: Featured): Promise<boolean> => {
  const saved = await saveNow(`featured image of ${id}`, () => changeFields(id, featured));
  if (!saved.ok) showTrouble(saved.error);
  return saved.ok;
};

/** The message about the choice before, which this one makes untrue. */
let told: number | null = null;

/**
 * Lets a picture of the library (SHA-256) stand for a post in lists; null for the first one of its text. It lies outside of the
 * text, so the message about it takes it back.
 */
export const featurePicture = async (
  { id, fields }: Pick<Post, 'id' | 'fields'>,
  sha256: string | null,
): Promise<void> => {
  const { featuredImage, featuredAlt, featuredCredit } = fields;
  // The words of the one before say nothing of this one.
  const next = { featuredImage: sha256, featuredAlt: '', featuredCredit: '' };
  if (featuredImage === sha256 || !(await save(id, next))) return;
  if (told !== null) dismissNotice(told);
  told = showNotice({
    text: words(sha256 === null ? 'picture.notFeatured' : 'picture.featured'),
    action: { label: words('undo'), onAction: () => void save(id, { featuredImage, featuredAlt, featuredCredit }) },
  });
};
