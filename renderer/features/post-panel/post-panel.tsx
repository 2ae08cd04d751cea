import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post, PostFields } from '../../../core/document/post.ts';
import { holdSave, saveHeld } from '../../bridge/pending-saves.ts';
import { blogsQuery, changeFields } from '../../bridge/queries.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { showTrouble } from '../../ui/notices.ts';
import { TokenField } from '../../ui/token-field.tsx';
import { FeaturedImage, type FetchLeadPicture } from './featured-image.tsx';
import { PostLanguage } from './post-language.tsx';
import styles from './post-panel.module.css';

type Props = {
  readonly post: Post;
  readonly editor: EditorApi | null;
  readonly fetchLeadPicture: FetchLeadPicture;
  /** The field that is asked for, and that it has the focus now. */
  readonly asked: 'excerpt' | 'featuredImage' | null;
  readonly onAsked: () => void;
};

/** Fields are saved when typing rests for this long, in milliseconds. */
const pause = 500;

const isAmong = (some: Partial<PostFields>, all: PostFields): boolean =>
  JSON.stringify({ ...all, ...some }) === JSON.stringify(all);

/**
 * The fields as they are on the screen, and how to change them; saved on a pause, on leaving, and when asked to flush. Only
 * what was typed here is written: other places of the window change fields too.
 */
const useSavedFields = (post: Post): readonly [PostFields, (change: Partial<PostFields>) => void] => {
  const [typed, setTyped] = useState<Partial<PostFields>>({});
  const newest = useRef(typed);
  const what = `fields of ${post.id}`;

  const save = useRef(async (): Promise<void> => {
    const saved = await saveHeld(what);
    if (!saved.ok) showTrouble(saved.error);
  }).current;

  useEffect(() => () => void save(), [save]);
  useEffect(() => {
    if (Object.keys(typed).length === 0) return;
    const timer = window.setTimeout(() => void save(), pause);
    return () => window.clearTimeout(timer);
  }, [typed, save]);
  useEffect(() => {
    // Once they are among the post's fields, what is changed elsewhere shows here.
    if (Object.keys(typed).length === 0 || !isAmong(typed, post.fields)) return;
    newest.current = {};
    setTyped({});
  }, [typed, post.fields]);

  const change = (part: Partial<PostFields>): void => {
    const next = { ...newest.current, ...part };
    newest.current = next;
    holdSave(what, () => changeFields(post.id, next));
    setTyped(next);
  };
  return [{ ...post.fields, ...typed }, change];
};

/** Names that the connected blogs know, each once. */
const useTerms = (kind: 'tags' | 'categories'): readonly string[] => {
  const { data: blogs = [] } = useQuery(blogsQuery);
  const names = blogs.flatMap((blog) => (blog.taxonomy?.[kind] ?? []).map((term) => term.name));
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
};

/** Everything of a post that is not its text. */
export const PostPanel = ({ post, editor, fetchLeadPicture, asked, onAsked }: Props) => {
  const { t } = useTranslation();
  const [fields, change] = useSavedFields(post);
  const tags = useTerms('tags');
  const categories = useTerms('categories');
  const panel = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (asked === null) return;
    const field = panel.current?.elements.namedItem(asked);
    if (field instanceof HTMLElement) field.focus();
    onAsked();
  }, [asked, onAsked]);
  return (
    <fieldset ref={panel} className={styles.panel} disabled={post.trashed}>
      <TextField
        label={t('fields.slug')}
        hint={t('fields.slugHint')}
        value={fields.slug}
        maxLength={200}
        spellCheck={false}
        onChange={(slug) => change({ slug })}
      />
      <TextArea
        name="excerpt"
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
        fetchLeadPicture={fetchLeadPicture}
        alt={fields.featuredAlt}
        credit={fields.featuredCredit}
        onWords={change}
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
