import { useStore } from 'zustand';
import { languageName } from '../../core/document/languages.ts';
import { rememberLanguage } from '../bridge/languages.ts';
import { useSettings } from '../bridge/queries.ts';
import { Button } from '../ui/button.tsx';
import { LanguageList } from '../ui/language-list.tsx';
import { showNotice } from '../ui/notices.ts';
import { Frame, type PanelProps } from './panel-frame.tsx';
import styles from './panels.module.css';
import { words } from './words.ts';

/** Says in which language the selected words are, or the passage at the caret, or what is typed next. */
export const LanguagePanel = ({ editor, context, onClose }: PanelProps) => {
  const { recentLanguages } = useSettings();
  const postLanguage = useStore(context.ui, (state) => state.language);
  const lang: unknown = editor.getAttributes('language').lang;
  const current = typeof lang === 'string' ? lang : null;

  const unset = (): void => {
    editor.commands.unsetLanguage();
    if (current !== null) showNotice({ text: words('language.unset') });
    onClose();
  };
  const choose = (tag: string): void => {
    rememberLanguage(tag, { forPosts: false });
    if (tag === postLanguage) {
      unset();
      return;
    }
    editor.commands.setLanguage(tag);
    showNotice({ text: words('language.set', { language: languageName(tag).english }) });
    onClose();
  };
  return (
    <Frame editor={editor} onClose={onClose} title={words('language.title')}>
      <LanguageList label={words('language.title')} selected={current} recent={recentLanguages} onSelect={choose} />
      {current === null ? null : (
        <div className={styles.actions}>
          <Button kind="plain" onClick={unset}>
            {words('language.none')}
          </Button>
        </div>
      )}
    </Frame>
  );
};
