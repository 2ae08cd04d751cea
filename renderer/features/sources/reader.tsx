import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Copy, Image, Link, TextQuote } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sha256 } from '../../../core/document/media.ts';
import { labelOf } from '../../../core/sources/label.ts';
import type { Source } from '../../../core/sources/source.ts';
import { bridge } from '../../bridge/client.ts';
import { articleQuery } from '../../bridge/queries.ts';
import { fullDate } from '../../i18n/dates.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/empty.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { showTrouble } from '../../ui/notices.ts';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import { articleBlocks } from './article-view.tsx';
import styles from './reader.module.css';
import { UnderWayState } from './under-way-state.tsx';

type Props = {
  readonly source: Source;
  readonly canQuote: boolean;
  readonly canCite: boolean;
  readonly onQuote: (words: string) => void;
  readonly onCite: () => void;
  /** Null where the page shows no picture. */
  readonly onInsertPicture: (() => void) | null;
  readonly onClose: () => void;
};

const openLink = async (url: string): Promise<void> => {
  const opened = await bridge().app.openLink({ url });
  if (!opened.ok) showTrouble(opened.error);
};

/** The words that are selected inside an element; empty when none are. */
const selectedIn = (holder: Element | null): string => {
  const selection = window.getSelection();
  if (!holder || !selection || selection.isCollapsed || selection.rangeCount === 0) return '';
  return holder.contains(selection.getRangeAt(0).commonAncestorContainer) ? selection.toString().trim() : '';
};

/** What is selected in the article right now, followed without asking React for every move of the pointer. */
const useSelectedWords = (holder: React.RefObject<HTMLElement | null>): string => {
  const [words, setWords] = useState('');
  useEffect(() => {
    const read = (): void => setWords(selectedIn(holder.current));
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [holder]);
  return words;
};

type BlocksProps = {
  readonly blocks: readonly ReactNode[];
  readonly language: string;
  readonly label: string;
  readonly holder: React.RefObject<HTMLElement | null>;
  /** The paragraph that the keys are at. */
  readonly at: number;
  readonly onAt: (at: number) => void;
};

/** The article, a paragraph at a time under the keys: Up and Down walk, Home and End go to its ends. */
const Blocks = ({ blocks, language, label, holder, at, onAt }: BlocksProps) => {
  const go = (next: number): void => {
    const to = Math.max(0, Math.min(blocks.length - 1, next));
    onAt(to);
    const block = holder.current?.children[to];
    if (block instanceof HTMLElement) block.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: blocks.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <article
      ref={holder}
      className={styles.article}
      aria-label={label}
      lang={language || undefined}
      dir="auto"
      onKeyDown={onKeyDown}
      onFocus={({ target }) => onAt([...(holder.current?.children ?? [])].findIndex((block) => block.contains(target)))}
    >
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a saved article never changes.
        <div key={index} className={styles.block} tabIndex={index === at ? 0 : -1}>
          {block}
        </div>
      ))}
    </article>
  );
};

/**
 * The saved article beside the post. Selected words, or the paragraph that the keys are at, become a quotation tied to the
 * source, or are copied.
 */
export const Reader = ({ source, canQuote, canCite, onQuote, onCite, onInsertPicture, onClose }: Props) => {
  const { t } = useTranslation();
  const holder = useRef<HTMLElement | null>(null);
  const back = useRef<HTMLButtonElement | null>(null);
  const [at, setAt] = useState(0);
  const { data: article } = useQuery(articleQuery(source.article ?? ('' as Sha256)));
  const html = article?.ok ? article.value.html : '';
  const blocks = useMemo(() => articleBlocks(html, { onLink: (url) => void openLink(url) }), [html]);
  const selected = useSelectedWords(holder);
  useEffect(() => back.current?.focus(), []);

  const chosen = (): string => selected || (holder.current?.children[at]?.textContent ?? '').trim();
  const copy = async (): Promise<void> => {
    const copied = await bridge().app.copyText({ text: chosen() });
    if (copied.ok) announce(t('reader.copied'));
    else showTrouble(copied.error);
  };
  const hint = t(selected === '' ? 'reader.paragraph' : 'reader.selection');
  return (
    <section
      className={styles.reader}
      aria-label={t('reader.label', { name: labelOf(source) })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles.head}>
        <Button ref={back} kind="link" icon={ArrowLeft} onClick={onClose}>
          {t('reader.back')}
        </Button>
        <div
          className={styles.actions}
          role="toolbar"
          aria-label={t('reader.actions')}
          // The words stay selected under the pointer's press.
          onMouseDown={(event) => event.preventDefault()}
        >
          <Button icon={TextQuote} disabled={!canQuote} title={hint} onClick={() => onQuote(chosen())}>
            {t('sources.quote')}
          </Button>
          <Button icon={Link} disabled={!canCite} onClick={onCite}>
            {t('sources.cite')}
          </Button>
          <Button icon={Copy} title={hint} onClick={() => void copy()}>
            {t('reader.copy')}
          </Button>
          {onInsertPicture === null ? null : (
            <IconButton
              label={t('sources.insertPicture')}
              icon={Image}
              size={15}
              className={styles.picture ?? ''}
              onClick={onInsertPicture}
            />
          )}
        </div>
      </div>
      <UnderWayState source={source} />
      {article === undefined ? <Skeleton rows={6} /> : null}
      {article?.ok === false ? <TroubleNotice trouble={article.error} /> : null}
      {article?.ok ? (
        <>
          <span className={styles.publisher}>{labelOf(source)}</span>
          <h2 className={styles.title} lang={source.language || undefined} dir="auto">
            {article.value.title || source.title}
          </h2>
          {source.readAt === null ? null : (
            <p className={styles.note}>{t('reader.saved', { date: fullDate(source.readAt) })}</p>
          )}
          <Blocks
            blocks={blocks}
            language={source.language}
            label={article.value.title || source.title}
            holder={holder}
            at={at}
            onAt={setAt}
          />
        </>
      ) : null}
    </section>
  );
};
