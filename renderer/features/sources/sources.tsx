import { Plus } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../../core/document/post.ts';
import { filledFrom } from '../../../core/sources/page-reading.ts';
import { newSource, type Source } from '../../../core/sources/source.ts';
import { saveSources } from '../../bridge/queries.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Skeleton } from '../../ui/empty.tsx';
import { showNotice, showTrouble } from '../../ui/notices.ts';
import { findArchived, removeArchived } from './archiving.ts';
import { Balance } from './balance.tsx';
import { insertLeadPicture } from './lead-picture.ts';
import { mergeCards } from './merging.ts';
import { cancelReading, readSource } from './reading.ts';
import { SourceCard } from './source-card.tsx';
import { SourceForm } from './source-form.tsx';
import styles from './sources.module.css';
import { moved } from './worded.ts';

type Props = {
  readonly post: Post;
  readonly editor: EditorApi | null;
  /** Whether a quotation or a citation can stand where the caret is; a headline takes neither. */
  readonly canQuote: boolean;
  readonly canCite: boolean;
  /** True while the form for a new source is open. */
  readonly adding: boolean;
  readonly onAdding: (adding: boolean) => void;
  /** The source whose saved article is read in the place of the cards. */
  readonly reading: string | null;
  readonly onReading: (source: string | null) => void;
  /** The source whose form is asked for, and that it is open now. */
  readonly asked: string | null;
  readonly onAsked: () => void;
  /** Words went into the post: the panel may step aside. */
  readonly onInserted: () => void;
};

/** What reads and draws an article is loaded with the first one. */
const Reader = lazy(() => import('./reader.tsx').then((module) => ({ default: module.Reader })));

const ChangesSheet = lazy(() => import('./changes-sheet.tsx').then((module) => ({ default: module.ChangesSheet })));

const noState = (): (() => void) => () => undefined;

/** The articles that the post answers. */
export const Sources = ({
  reading,
  onReading,
  post,
  editor,
  canQuote,
  canCite,
  adding,
  onAdding,
  asked,
  onAsked,
  onInserted,
}: Props) => {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<string | null>(null);
  const [lastRead, setLastRead] = useState<string | null>(null);
  const [comparing, setComparing] = useState<Source | null>(null);
  const state = useSyncExternalStore(editor?.subscribe ?? noState, () => editor?.state() ?? null);
  const { sources, trashed } = post;
  useEffect(() => {
    if (asked === null) return;
    if (!trashed) setEditing(asked);
    onAsked();
  }, [asked, trashed, onAsked]);

  const save = async (next: readonly Source[]): Promise<void> => {
    const saved = await saveSources(post.id, next);
    if (!saved.ok) showTrouble(saved.error);
  };
  /** A source of which only the address is known is filled from its page. */
  const add = async (source: Source): Promise<void> => {
    const isAddressAlone = source.url !== '' && source.title === '';
    await save([...sources, { ...source, waiting: isAddressAlone }]);
    if (isAddressAlone) await readSource(post.id, source.id);
  };
  const remove = (source: Source): void => {
    void save(sources.filter((other) => other.id !== source.id));
    const used = state?.usedSources.includes(source.id) ?? false;
    showNotice({
      text: t(used ? 'sources.removedUsed' : 'sources.removed'),
      action: { label: t('ui.undo'), onAction: () => void save(sources) },
    });
  };

  /** Cards are told apart by their titles; of two with one title the address is said. */
  const mergeTargets = (source: Source) =>
    sources
      .filter(({ id }) => id !== source.id && editor !== null)
      .map((other) => ({ id: other.id, name: other.title || other.url || t('sources.untitled') }));
  /** The way to put the picture of a source's page into the text; null where there is none, or no text. */
  const pictureOf = (source: Source): (() => void) | null => {
    if (editor === null || trashed || source.picture === null || source.picture.url === '') return null;
    return () => {
      onInserted();
      void insertLeadPicture(source, editor);
    };
  };
  const read = sources.find(({ id, article }) => id === reading && article !== null);
  if (read !== undefined) {
    return (
      <Suspense fallback={<Skeleton rows={6} />}>
        <Reader
          source={read}
          canQuote={canQuote && !trashed}
          canCite={canCite && !trashed}
          onQuote={(words) => {
            onInserted();
            editor?.insertQuotation(read.id, words);
          }}
          onCite={() => {
            onInserted();
            editor?.cite(read.id);
          }}
          onInsertPicture={pictureOf(read)}
          onClose={() => {
            setLastRead(read.id);
            onReading(null);
          }}
        />
      </Suspense>
    );
  }

  return (
    <div className={styles.panel}>
      {sources.length === 0 && !adding ? (
        <Empty text={t('sources.empty')}>
          {trashed ? null : <Button onClick={() => onAdding(true)}>{t('sources.add')}</Button>}
        </Empty>
      ) : null}
      <ul className={styles.cards} aria-label={t('side.sources')}>
        {sources.map((source, index) =>
          editing === source.id ? (
            <li key={source.id} className={styles.card}>
              <SourceForm
                label={t('sources.edit')}
                action={t('sources.saveAction')}
                source={source}
                onSave={(changed) => {
                  setEditing(null);
                  void save(sources.map((other) => (other.id === source.id ? changed : other)));
                }}
                onCancel={() => setEditing(null)}
              />
            </li>
          ) : (
            <SourceCard
              key={source.id}
              source={source}
              readOnly={trashed}
              canQuote={canQuote && !trashed}
              canCite={canCite && !trashed}
              onQuote={() => {
                onInserted();
                editor?.insertQuotation(source.id);
              }}
              onCite={() => {
                onInserted();
                editor?.cite(source.id);
              }}
              onEdit={() => setEditing(source.id)}
              wasRead={lastRead === source.id}
              onOpenArticle={() => onReading(source.id)}
              onCompare={() => setComparing(source)}
              onRead={() => void readSource(post.id, source.id)}
              onCancel={() => cancelReading(post.id, source.id)}
              onInsertPicture={pictureOf(source)}
              onFindArchived={() => void findArchived(post.id, source)}
              onRemoveArchived={() => removeArchived(post.id, source)}
              mergesInto={mergeTargets(source)}
              onMerge={(into) => editor !== null && mergeCards(post, editor, source.id, into)}
              onMoveUp={index === 0 ? null : () => void save(moved(sources, source.id, -1))}
              onMoveDown={index === sources.length - 1 ? null : () => void save(moved(sources, source.id, 1))}
              onRemove={() => remove(source)}
            />
          ),
        )}
      </ul>
      {adding ? (
        <SourceForm
          label={t('sources.add')}
          action={t('sources.addAction')}
          source={newSource({ id: crypto.randomUUID() })}
          onSave={(source) => {
            onAdding(false);
            void add(source);
          }}
          onCancel={() => onAdding(false)}
        />
      ) : sources.length > 0 && !trashed ? (
        <Button kind="link" icon={Plus} className={styles.add ?? ''} onClick={() => onAdding(true)}>
          {t('sources.add')}
        </Button>
      ) : null}
      {comparing === null ? null : (
        <Suspense fallback={null}>
          <ChangesSheet
            source={comparing}
            onClose={() => setComparing(null)}
            onKeep={(read) => {
              setComparing(null);
              void save(sources.map((other) => (other.id === comparing.id ? filledFrom(other, read) : other)));
            }}
          />
        </Suspense>
      )}
      {state === null || state.words === null ? null : <Balance words={state.words} />}
    </div>
  );
};
