import { useTranslation } from 'react-i18next';
import { languageOf, rememberLanguage } from '../../bridge/languages.ts';
import { useSettings } from '../../bridge/queries.ts';
import { LanguageChoice } from '../../ui/language-choice.tsx';

type Props = {
  /** BCP 47; empty where nobody said it. */
  readonly language: string;
  readonly onChoose: (language: string) => void;
};

/** The language that the post is written in; new posts begin in the one chosen last. */
export const PostLanguage = ({ language, onChoose }: Props) => {
  const { t } = useTranslation();
  const { recentLanguages } = useSettings();
  return (
    <LanguageChoice
      label={t('fields.language')}
      hint={t('fields.languageHint')}
      selected={languageOf({ language })}
      recent={recentLanguages}
      onSelect={(tag) => {
        rememberLanguage(tag, { forPosts: true });
        onChoose(tag);
      }}
    />
  );
};
