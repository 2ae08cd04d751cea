import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post, PostFields } from '../../../core/document/post.ts';
import { holdSave, saveHeld } from '../../bridge/pending-saves.ts';
import { blogsQuery, saveFields } from '../../bridge/queries.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { showTrouble } from '../../ui/notices.ts';
import { TokenField } from '../../ui/token-field.tsx';
import { FeaturedImage } from './featured-image.tsx';
import { PostLanguage } from './post-language.tsx';
import styles from './post-panel.module.css';

type Props = { readonly post: Post; readonly editor: EditorApi | null };

/** Fields are saved when typing rests for this long, in milliseconds. */
const pause = 500;

/** The fields as they are on the screen, and how to change them; saved on a pause, on leaving, and when asked to flush. */
const useSavedFields = (post: Post): readonly [PostFields, (change: Partial<PostFields>) => void] => {
  const [fields, setFields] = useState(post.fields);
  const newest = useRef(fields);
  const what = `fields of ${post.id}`;

  const save = useRef(async (): Promise<void> => {
    const saved = await saveHeld(what);
    if (!saved.ok) showTrouble(saved.error);
  }).current;

  useEffect(() => () => void save(), [save]);
  useEffect(() => {
    if (fields === post.fields) return;
    const timer = window.setTimeout(() => void save(), pause);
    return () => window.clearTimeout(timer);
  }, [fields, post.fields, save]);

  const change = (part: Partial<PostFields>): void => {
    const next = { ...newest.current, ...part };
    newest.current = next;
    holdSave(what, () => saveFields(post.id, next));
    setFields(next);
  };
  return [fields, change];
};

/** Names that the connected blogs know, each once. */
const useTerms = (kind: 'tags' | 'categories'): readonly string[] => {
  const { data: blogs = [] } = useQuery(blogsQuery);
  const names = blogs.flatMap((blog) => (blog.taxonomy?.[kind] ?? []).map((term) => term.name));
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
};

/** Everything of a post that is not its text. */
export const PostPanel = ({ post, editor }: Props) => {
  const { t } = useTranslation();
  const [fields, change] = useSavedFields(post);
  const tags = useTerms('tags');
  const categories = useTerms('categories');
  return (
    <fieldset className={styles.panel} disabled={post.trashed}>
      <TextField
        label={t('fields.slug')}
        hint={t('fields.slugHint')}
        value={fields.slug}
        maxLength={200}
        spellCheck={false}
        onChange={(slug) => change({ slug })}
      />
      <TextArea
        label={t('fields.excerpt')}
        hint={t('fields.excerptHint')}
        value={fields.excerpt}
        maxLength={5000}
        onChange={(excerpt) => change({ excerpt })}
      />
      <TokenField
        label={t('fields.tags')}
        tokens={fields.tags}
        suggestions={tags}
        maxLength={200}
        onChange={(tokens) => change({ tags: tokens.slice(0, 100) })}
      />
      <TokenField
        label={t('fields.categories')}
        tokens={fields.categories}
        suggestions={categories}
        maxLength={200}
        onChange={(tokens) => change({ categories: tokens.slice(0, 100) })}
      />
      <PostLanguage language={fields.language} onChoose={(language) => change({ language })} />
      <FeaturedImage
        post={post}
        editor={editor}
        chosen={fields.featuredImage}
        onChoose={(featuredImage) => change({ featuredImage })}
      />
      <TextArea
        label={t('fields.notes')}
        hint={t('fields.notesHint')}
        value={fields.notes}
        maxLength={100_000}
        rows={5}
        onChange={(notes) => change({ notes })}
      />
    </fieldset>
  );
};
