import { Clapperboard, Image, SquarePlay } from 'lucide-react';
import { type KeyboardEvent, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutlineEntry } from '../../../core/document/outline.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { lengthText } from './length-text.ts';
import styles from './outline.module.css';
import { stepInTree } from './tree-keys.ts';

type Props = {
  readonly editor: EditorApi | null;
  /** The caret goes into the post: the panel may step aside. */
  readonly onGo: () => void;
};

const icons = { figure: Image, embed: SquarePlay, recording: Clapperboard } as const;

const noState = (): (() => void) => () => undefined;

type EntryProps = {
  readonly entry: OutlineEntry;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onGo: () => void;
};

const Entry = ({ entry, isCurrent, isTabStop, onFocus, onGo }: EntryProps) => {
  const { t } = useTranslation();
  const { kind, level, section, text } = entry;
  const Icon = kind === 'figure' || kind === 'embed' || kind === 'recording' ? icons[kind] : null;
  const unnamed = section === null ? t(`outline.unnamed.${kind}`) : t(`outline.sections.${section.kind}`);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys of all its entries.
    <div
      role="treeitem"
      aria-level={level}
      aria-current={isCurrent ? 'location' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      className={`${styles.entry} ${styles[kind]}`}
      style={{ paddingInlineStart: 8 + (level - 1) * 14 }}
      onFocus={onFocus}
      onClick={onGo}
    >
      {Icon === null ? null : <Icon className={styles.icon} size={14} strokeWidth={1.75} aria-hidden />}
      <span className={`${styles.text} ${text === '' && section === null ? styles.unnamed : ''}`}>
        {text || unnamed}
      </span>
      {section === null || section.length.words === 0 ? null : (
        <span className={styles.length}>{lengthText(section.length, t)}</span>
      )}
    </div>
  );
};

/** What the post is made of, as a tree: arrow keys walk it, a click or Enter puts the caret there. */
export const Outline = ({ editor, onGo }: Props) => {
  const { t } = useTranslation();
  const state = useSyncExternalStore(editor?.subscribe ?? noState, () => editor?.state() ?? null);
  const tree = useRef<HTMLDivElement>(null);
  // Where the arrow keys are; the tree is entered at the caret's place.
  const [walked, setWalked] = useState<number | null>(null);
  if (editor === null || state === null) return null;
  const { outline, outlinePlace } = state;
  const tabStop = Math.max(0, Math.min(walked ?? outlinePlace, outline.length - 1));

  const go = (entry: OutlineEntry | undefined): void => {
    if (entry === undefined) return;
    onGo();
    editor.goTo(entry);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isGo = event.key === 'Enter' || event.key === ' ';
    const next = stepInTree(outline, tabStop, event.key);
    if (!isGo && next === null) return;
    event.preventDefault();
    if (isGo) go(outline[tabStop]);
    else if (next !== null) (tree.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('outline.label')}
      className={styles.tree}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setWalked(null);
      }}
    >
      {outline.map((entry, index) => (
        <Entry
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name of its own, and none keeps a state.
          key={index}
          entry={entry}
          isCurrent={index === outlinePlace}
          isTabStop={index === tabStop}
          onFocus={() => setWalked(index)}
          onGo={() => go(entry)}
        />
      ))}
    </div>
  );
};
