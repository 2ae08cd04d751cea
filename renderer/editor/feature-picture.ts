import type { Post } from '../../core/document/post.ts';
import { saveNow } from '../bridge/pending-saves.ts';
import { changeFields } from '../bridge/queries.ts';
import { showNotice, showTrouble } from '../ui/notices.ts';
import { words } from './words.ts';

const save = async (id: Post['id'], featuredImage: string | null): Promise<boolean> => {
  const saved = await saveNow(`featured image of ${id}`, () => changeFields(id, { featuredImage }));
  if (!saved.ok) showTrouble(saved.error);
  return saved.ok;
};

/**
 * Lets a picture of the library (SHA-256) stand for a post in lists; null for the first one of its text. It lies outside of the
 * text, so the message about it takes it back.
 */
export const featurePicture = async ({ id, fields }: Post, sha256: string | null): Promise<void> => {
  const { featuredImage: before } = fields;
  if (before === sha256 || !(await save(id, sha256))) return;
  showNotice({
    text: words(sha256 === null ? 'picture.notFeatured' : 'picture.featured'),
    action: { label: words('undo'), onAction: () => void save(id, before) },
  });
};
