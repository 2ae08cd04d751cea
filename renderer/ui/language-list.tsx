import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  directionOfLanguage,
  findLanguages,
  type LanguageName,
  languageName,
  offeredLanguages,
} from '../../core/document/languages.ts';
import styles from './language-list.module.css';
import { OptionList, OptionRow, OptionSearch, useOptionKeys } from './options.tsx';

type Props = {
  /** The name of the list for screen readers. */
  readonly label: string;
  /** The language that is chosen now, as a BCP 47 tag; null for none. */
  readonly selected: string | null;
  /** Languages that stand first, the newest before the others. */
  readonly recent: readonly string[];
  readonly onSelect: (tag: string) => void;
};

/** How far PageUp and PageDown go. */
const pageStep = 7;

const inOrder = (recent: readonly string[], selected: string | null): readonly LanguageName[] => {
  const unusual =
    selected === null || offeredLanguages.includes(selected) || recent.includes(selected) ? [] : [selected];
  const first = [...recent, ...unusual];
  const others = offeredLanguages.filter((tag) => !first.includes(tag)).map(languageName);
  return [...first.map(languageName), ...others.sort((a, b) => a.english.localeCompare(b.english))];
};

type OptionProps = {
  readonly language: LanguageName;
  readonly id: string;
  readonly active: boolean;
  readonly selected: boolean;
  readonly onChoose: () => void;
};

const Option = ({ language: { tag, english, own }, id, active, selected, onChoose }: OptionProps) => (
  <OptionRow
    id={id}
    active={active}
    selected={selected}
    className={`${styles.option} ${active ? styles.active : ''}`}
    onChoose={onChoose}
  >
    <span className={styles.tick} aria-hidden>
      {selected ? '✓' : ''}
    </span>
    <span className={styles.english}>{english}</span>
    {own === english ? null : (
      <span className={styles.own} lang={tag} dir={directionOfLanguage(tag)}>
        {own}
      </span>
    )}
  </OptionRow>
);

/**
 * Every language by its name in English and in itself, found by a few letters of either or by its tag. The field has the
 * focus and the arrow keys walk the list.
 */
export const LanguageList = ({ label, selected, recent, onSelect }: Props) => {
  const { t } = useTranslation();
  const list = useId();
  const [query, setQuery] = useState('');
  const all = useMemo(() => inOrder(recent, selected), [recent, selected]);
  const found = useMemo(() => findLanguages(query, all), [query, all]);
  const { active, setActive, onKeyDown } = useOptionKeys({
    count: found.length,
    start: Math.max(
      0,
      all.findIndex((it) => it.tag === selected),
    ),
    pageStep,
    onEnter: (at) => found[at] && onSelect(found[at].tag),
  });
  const current = found[active];
  const optionId = (tag: string): string => `${list}-${tag}`;
  return (
    <div className={styles.languages}>
      <OptionSearch
        label={t('languages.search')}
        placeholder={t('languages.search')}
        list={list}
        current={current === undefined ? undefined : optionId(current.tag)}
        className={styles.search}
        iconSize={14}
        maxLength={60}
        value={query}
        onChange={(value) => {
          setQuery(value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <OptionList id={list} label={label} className={styles.list}>
        {found.map((language) => (
          <Option
            key={language.tag}
            language={language}
            id={optionId(language.tag)}
            active={language === current}
            selected={language.tag === selected}
            onChoose={() => onSelect(language.tag)}
          />
        ))}
      </OptionList>
      <p className={found.length === 0 ? styles.none : 'visually-hidden'} role="status">
        {found.length === 0 ? t('languages.none', { query }) : t('languages.found', { count: found.length })}
      </p>
    </div>
  );
};
