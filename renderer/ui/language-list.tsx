import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  directionOfLanguage,
  findLanguages,
  type LanguageName,
  languageName,
  offeredLanguages,
} from '../../core/document/languages.ts';
import styles from './language-list.module.css';

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

const Option = ({ language: { tag, english, own }, id, active, selected, onChoose }: OptionProps) => {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys.
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={`${styles.option} ${active ? styles.active : ''}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
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
    </div>
  );
};

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
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      all.findIndex((it) => it.tag === selected),
    ),
  );
  const current = found[Math.min(active, found.length - 1)];
  const optionId = (tag: string): string => `${list}-${tag}`;

  const move = (to: number): void => setActive(Math.max(0, Math.min(found.length - 1, to)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      PageDown: () => move(active + pageStep),
      PageUp: () => move(active - pageStep),
      Enter: () => current && onSelect(current.tag),
    };
    const run = keys[event.key];
    if (run === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    run();
  };
  return (
    <div className={styles.languages}>
      <div className={styles.search}>
        <Search size={14} strokeWidth={1.75} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={t('languages.search')}
          aria-expanded
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={current === undefined ? undefined : optionId(current.tag)}
          placeholder={t('languages.search')}
          spellCheck={false}
          maxLength={60}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={list} role="listbox" aria-label={label} className={styles.list}>
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
      </div>
      <p className={found.length === 0 ? styles.none : 'visually-hidden'} role="status">
        {found.length === 0 ? t('languages.none', { query }) : t('languages.found', { count: found.length })}
      </p>
    </div>
  );
};
