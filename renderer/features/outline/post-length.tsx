import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorApi } from '../../editor/editor-api.ts';
import { lengthText } from './length-text.ts';
import styles from './outline.module.css';

const noState = (): (() => void) => () => undefined;

/** One line: how long the post is, or how much of it is selected. Headline, captions and credits are not counted. */
export const PostLength = ({ editor }: { readonly editor: EditorApi | null }) => {
  const { t } = useTranslation();
  const state = useSyncExternalStore(editor?.subscribe ?? noState, () => editor?.state() ?? null);
  if (state === null) return null;
  const { length, selectedWords } = state;
  return (
    <footer className={styles.postLength}>
      {selectedWords !== null
        ? t('outline.selected', { count: selectedWords })
        : length === null
          ? '\u00a0'
          : length.words === 0
            ? t('outline.noWords')
            : lengthText(length, t)}
    </footer>
  );
};
