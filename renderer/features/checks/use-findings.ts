import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { Copied } from '../../../core/checks/copying/copy-check.ts';
import { type Finding, findingsOf } from '../../../core/checks/findings.ts';
import type { Post } from '../../../core/document/post.ts';
import type { Blog } from '../../../core/publishing/blog.ts';
import { blogsQuery, useSettings } from '../../bridge/queries.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { useLinkAnswers } from './link-answers.ts';

const nothing: readonly Copied[] = [];

const noState = (): (() => void) => () => undefined;

/** The blogs that a post would go to now: those ticked the last time, else the first one. */
export const useLikelyBlogs = (): readonly Blog[] => {
  const { publishTo } = useSettings();
  const { data: blogs = [] } = useQuery(blogsQuery);
  const signedIn = blogs.filter((blog) => blog.signedIn);
  const before = signedIn.filter((blog) => publishTo.includes(blog.id));
  return before.length > 0 ? before : signedIn.slice(0, 1);
};

/** What checks find in the open post, brought up to date when typing rests; null until its text was read. */
export const useFindings = (
  post: Post | undefined,
  editor: EditorApi | null,
  blogs: readonly Blog[],
): readonly Finding[] | null => {
  const document = useSyncExternalStore(editor?.subscribe ?? noState, () => editor?.state().document ?? null);
  const copied = useSyncExternalStore(editor?.subscribe ?? noState, () => editor?.state().copied ?? nothing);
  const showsFeaturedImage = blogs.some((blog) => blog.capabilities?.featuredImage === true);
  const links = useLinkAnswers((state) => state.answers);
  const { fields, sources } = post ?? {};
  return useMemo(
    () =>
      document === null || fields === undefined || sources === undefined
        ? null
        : findingsOf({ document, fields, sources, facts: { showsFeaturedImage, links, copied } }),
    [document, copied, fields, sources, showsFeaturedImage, links],
  );
};
