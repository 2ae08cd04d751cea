import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Sha256 } from '../../../core/document/media.ts';
import { bridge } from '../../bridge/client.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

type Props = {
  /** SHA-256 of a featured image that is not in the text. */
  readonly sha256: string;
  readonly alt: string;
  readonly credit: string;
  readonly onWords: (words: { readonly featuredAlt?: string; readonly featuredCredit?: string }) => void;
};

/** Credit and alternative text of a featured image that no figure of the text speaks for, with what the picture says of itself. */
export const FeaturedWords = ({ sha256, alt, credit, onWords }: Props) => {
  const { t } = useTranslation();
  const { data: suggestions = [] } = useQuery({
    queryKey: ['picture words', sha256],
    queryFn: async () => {
      const found = await bridge().media.get({ sha256: sha256 as Sha256 });
      return found.ok ? found.value.suggestions : [];
    },
  });
  const suggested = (field: 'alt' | 'credit', written: string, use: (text: string) => void) => {
    const text = suggestions.find((it) => it.field === field)?.text;
    if (text === undefined || written !== '') return t(`fields.featured${field === 'alt' ? 'Alt' : 'Credit'}Hint`);
    return (
      <Button kind="link" onClick={() => use(text)}>
        {t('fields.useWords', { words: text })}
      </Button>
    );
  };
  return (
    <>
      <TextField
        label={t('fields.featuredCredit')}
        hint={suggested('credit', credit, (text) => onWords({ featuredCredit: text }))}
        value={credit}
        maxLength={300}
        onChange={(featuredCredit) => onWords({ featuredCredit })}
      />
      <TextField
        label={t('fields.featuredAlt')}
        hint={suggested('alt', alt, (text) => onWords({ featuredAlt: text }))}
        value={alt}
        maxLength={1000}
        onChange={(featuredAlt) => onWords({ featuredAlt })}
      />
    </>
  );
};
