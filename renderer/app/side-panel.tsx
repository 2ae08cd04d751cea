import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PostId } from '../../core/document/post.ts';
import { changeSettings, postQuery, useSettings } from '../bridge/queries.ts';
import { Outline } from '../features/outline/outline.tsx';
import { PostLength } from '../features/outline/post-length.tsx';
import { PostPanel } from '../features/post-panel/post-panel.tsx';
import { Sources } from '../features/sources/sources.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useCommandState } from './commands.ts';
import { useWindow } from './window-state.ts';

/** The right column: what belongs to the open post and is not its text. */
export const SidePanel = ({ id }: { readonly id: PostId | null }) => {
  const { t } = useTranslation();
  const { sideTab } = useSettings();
  const { editor, addingSource } = useWindow();
  const canQuote = useCommandState('insert.quotation').enabled;
  const canCite = useCommandState('insert.citation').enabled;
  const { data: post } = useQuery({ ...postQuery(id ?? ('' as PostId)), enabled: id !== null });
  if (post === undefined) return null;

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
                onAdding={(adding) => useWindow.setState({ addingSource: adding })}
                onInserted={putAway}
              />
            ),
          },
          { id: 'outline', label: t('side.outline'), panel: <Outline editor={editor} onGo={putAway} /> },
          { id: 'post', label: t('side.post'), panel: <PostPanel key={post.id} post={post} editor={editor} /> },
        ]}
      />
      <PostLength editor={editor} />
    </>
  );
};
