import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../core/document/languages.ts';
import type { PostId } from '../../core/document/post.ts';
import { type Spelling as SpellingState, spellingOff } from '../../core/spelling.ts';
import { trouble } from '../../core/trouble.ts';
import { bridge } from '../bridge/client.ts';
import { languageOf } from '../bridge/languages.ts';
import { changeSettings, postQuery, spellingQuery, useSettings } from '../bridge/queries.ts';
import { Confirm } from '../ui/confirm.tsx';
import { showNotice, showTrouble } from '../ui/notices.ts';
import { useCommand } from './commands.ts';
import { useWindow } from './window-state.ts';

/** Tells the main process in which language the open post is; it is asked only while spelling is checked. */
const useLanguage = (id: PostId | null, checked: boolean): void => {
  const { data: post } = useQuery({ ...postQuery(id ?? ('' as PostId)), enabled: id !== null });
  const language = id === null || post === undefined ? null : languageOf(post.fields);
  useEffect(() => {
    if (!checked || language === null) return;
    void bridge()
      .spelling.use({ language })
      .then((used) => used.ok || showTrouble(used.error));
  }, [checked, language]);
};

/** Says what became of a dictionary, once for each change; that it is there only when it was `allowed` just now. */
const useNews = ({ language, status }: SpellingState, allowed: RefObject<boolean>): void => {
  const { t } = useTranslation();
  useEffect(() => {
    const name = language === '' ? '' : languageName(language).english;
    if (status === 'none') showNotice({ text: t('spelling.none', { language: name }) });
    if (status === 'ready' && allowed.current) showNotice({ text: t('spelling.ready', { language: name }) });
    if (status === 'failed') {
      showNotice({
        trouble: trouble('spelling/download-failed', { params: { language: name } }),
        action: { label: t('ui.retry'), onAction: () => void bridge().spelling.retry() },
      });
    }
    if (status !== 'loading') allowed.current = false;
  }, [language, status, allowed, t]);
};

/**
 * Spell checking of the open post: its command, the question before a dictionary is fetched, and what becomes of that. The
 * question comes by itself when a post needs a dictionary that was not spoken of yet, and never over a sheet.
 */
export const Spelling = ({ id }: { readonly id: PostId | null }) => {
  const { t } = useTranslation();
  const { checkSpelling } = useSettings();
  const sheet = useWindow((state) => state.sheet);
  const [askedFor, setAskedFor] = useState(false);
  const { data } = useQuery(spellingQuery);
  const spelling = checkSpelling ? data : spellingOff;
  const { language, dictionary, status } = spelling;
  useLanguage(id, checkSpelling);
  const allowed = useRef(false);
  useNews(spelling, allowed);

  const isOn = checkSpelling && status !== 'declined';
  useCommand(
    'edit.check-spelling',
    () => {
      if (checkSpelling && status === 'declined') setAskedFor(true);
      else void changeSettings({ checkSpelling: !checkSpelling });
    },
    { ticked: isOn },
  );

  if (dictionary === null || sheet !== null || !(status === 'ask' || (status === 'declined' && askedFor))) return null;
  const answer = async (allow: boolean): Promise<void> => {
    setAskedFor(false);
    allowed.current = allow;
    const answered = await bridge().spelling.answer({ dictionary, allow });
    if (!answered.ok) showTrouble(answered.error);
  };
  return (
    <Question
      title={t('spelling.askTitle', { language: languageName(language).english })}
      text={t('spelling.askText')}
      onAnswer={(allow) => void answer(allow)}
    />
  );
};

type QuestionProps = {
  readonly title: string;
  readonly text: string;
  /** Called once; closing the question says no. */
  readonly onAnswer: (allow: boolean) => void;
};

const Question = ({ title, text, onAnswer }: QuestionProps) => {
  const { t } = useTranslation();
  const allowed = useRef(false);
  return (
    <Confirm
      title={title}
      text={text}
      action={t('spelling.download')}
      cancel={t('spelling.notNow')}
      harmless
      onConfirm={() => {
        allowed.current = true;
      }}
      onClose={() => onAnswer(allowed.current)}
    />
  );
};
