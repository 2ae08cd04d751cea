import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { openMusts } from '../../core/checks/findings.ts';
import type { PostId } from '../../core/document/post.ts';
import { changeSettings, postQuery, useSettings } from '../bridge/queries.ts';
import { Checks } from '../features/checks/checks.tsx';
import { useFindings, useLikelyBlogs } from '../features/checks/use-findings.ts';
import { Outline } from '../features/outline/outline.tsx';
import { PostLength } from '../features/outline/post-length.tsx';
import { PostPanel } from '../features/post-panel/post-panel.tsx';
import { fetchLeadPicture } from '../features/sources/lead-picture.ts';
import { Sources } from '../features/sources/sources.tsx';
import { useWaitingSources } from '../features/sources/use-waiting-sources.ts';
import { Tabs } from '../ui/tabs.tsx';
import { goToCheck } from './check-places.ts';
import { runCommand, useCommandState } from './commands.ts';
import { useWindow } from './window-state.ts';

/** The right column: what belongs to the open post and is not its text. */
export const SidePanel = ({ id }: { readonly id: PostId | null }) => {
  const { t } = useTranslation();
  const { sideTab } = useSettings();
  const { editor, addingSource, readingSource, askedSource, askedField } = useWindow();
  const canQuote = useCommandState('insert.quotation').enabled;
  const canCite = useCommandState('insert.citation').enabled;
  const { data: post } = useQuery({ ...postQuery(id ?? ('' as PostId)), enabled: id !== null });
  const findings = useFindings(post, editor, useLikelyBlogs());
  useWaitingSources(post);
  if (post === undefined) return null;
  const musts = openMusts(findings ?? [], post.fields.overrides).length;

  const putAway = (): void => useWindow.setState({ drawer: null });
  return (
    <>
      <Tabs
        label={t('side.label')}
        selected={sideTab}
        onSelect={(tab) => void changeSettings({ sideTab: tab })}
        tabs={[
          {
            id: 'sources',
            label: t('side.sources'),
            count: post.sources.length,
            panel: (
              <Sources
                key={post.id}
                post={post}
                editor={editor}
                canQuote={canQuote}
                canCite={canCite}
                adding={addingSource}
                reading={readingSource}
                onReading={(source) => useWindow.setState({ readingSource: source })}
                onAdding={(adding) => useWindow.setState({ addingSource: adding })}
                asked={askedSource}
                onAsked={() => useWindow.setState({ askedSource: null })}
                onInserted={putAway}
              />
            ),
          },
          {
            id: 'checks',
            label: t('side.checks'),
            ...(musts > 0 ? { count: musts } : {}),
            panel: (
              <Checks
                key={post.id}
                post={post}
                editor={editor}
                findings={findings}
                onGo={goToCheck}
                onPublish={() => void runCommand('post.publish')}
              />
            ),
          },
          { id: 'outline', label: t('side.outline'), panel: <Outline editor={editor} onGo={putAway} /> },
          {
            id: 'post',
            label: t('side.post'),
            panel: (
              <PostPanel
                key={post.id}
                post={post}
                editor={editor}
                fetchLeadPicture={fetchLeadPicture}
                asked={askedField}
                onAsked={() => useWindow.setState({ askedField: null })}
              />
            ),
          },
        ]}
      />
      <PostLength editor={editor} />
    </>
  );
};
