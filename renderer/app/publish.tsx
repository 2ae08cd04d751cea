import { useQuery } from '@tanstack/react-query';
import { openMusts } from '../../core/checks/findings.ts';
import type { PostId } from '../../core/document/post.ts';
import { postQuery } from '../bridge/queries.ts';
import { SheetChecks } from '../features/checks/sheet-checks.tsx';
import { useFindings, useLikelyBlogs } from '../features/checks/use-findings.ts';
import { PublishSheet } from '../features/publishing/publish-sheet.tsx';
import { SourcesNow } from '../features/sources/sources-now.tsx';
import { goToCheck } from './check-places.ts';
import { flushAll } from './opening.ts';
import { closeSheet, openSheet, useWindow } from './window-state.ts';

type Props = { readonly postId: PostId; readonly headline: string };

/** The publish sheet with what checks find in the open post. */
export const Publish = ({ postId, headline }: Props) => {
  const { editor, publishAs } = useWindow();
  const { data: post } = useQuery(postQuery(postId));
  // No must depends on the blogs that are ticked in the sheet.
  const findings = useFindings(post, editor, useLikelyBlogs()) ?? [];
  return (
    <PublishSheet
      startAs={publishAs}
      postId={postId}
      headline={headline}
      openMusts={openMusts(findings, post?.fields.overrides ?? []).length}
      checks={(blogs) =>
        post === undefined ? null : (
          <>
            <SheetChecks post={post} editor={editor} blogs={blogs} onGo={goToCheck} />
            <SourcesNow post={post} />
          </>
        )
      }
      flush={flushAll}
      onClose={closeSheet}
      onPreview={() => openSheet('preview', { back: true })}
      onConnect={() => openSheet('connect', { back: true })}
    />
  );
};
