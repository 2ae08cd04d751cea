import { useQuery } from '@tanstack/react-query';
import {
  Bold,
  Ellipsis,
  Eye,
  Image,
  Italic,
  Link,
  Newspaper,
  PanelLeft,
  PanelRight,
  Send,
  SquarePen,
  SquarePlay,
  TextQuote,
} from 'lucide-react';
import { type ComponentProps, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandId, commandOf } from '../../core/commands/table.ts';
import { jobsQuery } from '../bridge/queries.ts';
import { Button, type Icon } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { keysOf, useKeysOf } from '../ui/shortcut.ts';
import { Toolbar as Line } from '../ui/toolbar.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { commandState, runCommand, useCommandState } from './commands.ts';
import styles from './toolbar.module.css';
import { useWindow } from './window-state.ts';

const name = (id: CommandId): string => commandOf(id).label.replace(/…$/, '');

/** Keeps the caret and the selection in the post while a button formats it. */
const keepFocus = (event: { preventDefault: () => void }): void => event.preventDefault();

const CommandButton = ({ id, icon }: { readonly id: CommandId; readonly icon: Icon }) => {
  const { t } = useTranslation();
  const state = useCommandState(id);
  const shortcut = useKeysOf(id);
  return (
    <IconButton
      label={name(id)}
      icon={icon}
      shortcut={shortcut}
      reason={state.reason === null ? undefined : t(`reasons.${state.reason}`)}
      aria-pressed={commandOf(id).toggles ? state.ticked : undefined}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      onClick={() => runCommand(id)}
    />
  );
};

/** Folding a column is shown by the column itself, so its button is never drawn as pressed. */
const ColumnButton = ({ id, icon }: { readonly id: 'view.library' | 'view.side'; readonly icon: Icon }) => {
  const { ticked } = useCommandState(id);
  const shortcut = useKeysOf(id);
  return (
    <IconButton
      label={name(id)}
      icon={icon}
      shortcut={shortcut}
      aria-expanded={ticked}
      onClick={() => runCommand(id)}
    />
  );
};

const moreCommands: readonly (CommandId | null)[] = [
  'format.underline',
  'format.strike',
  'format.code',
  'format.highlight',
  'format.superscript',
  'format.subscript',
  'format.clear',
  null,
  'format.paragraph',
  'format.heading-2',
  'format.heading-3',
  'format.heading-4',
  null,
  'format.bulleted-list',
  'format.numbered-list',
  null,
  'format.left-to-right',
  'format.right-to-left',
  null,
  'insert.citation',
  'insert.divider',
  'insert.pull-quote',
  'insert.aside',
  'insert.code-block',
  'insert.read-more',
  'insert.html',
  null,
  'file.duplicate',
  'file.trash',
];

const moreEntries = (): readonly MenuEntry[] =>
  moreCommands.flatMap((id, at) => {
    if (id === null) return [];
    const { enabled, ticked } = commandState(id);
    return {
      label: commandOf(id).label,
      shortcut: keysOf(id),
      separator: moreCommands[at - 1] === null,
      disabled: !enabled,
      ticked,
      onSelect: () => void runCommand(id),
    };
  });

const More = () => {
  const { t } = useTranslation();
  return (
    <Menu trigger={<IconButton label={t('ui.more')} icon={Ellipsis} onMouseDown={keepFocus} />} entries={moreEntries} />
  );
};

const Saving = () => {
  const { t } = useTranslation();
  const { editor, versionKeptAt } = useWindow();
  const saving = useSyncExternalStore(
    (changed) => editor?.subscribe(changed) ?? (() => undefined),
    () => editor?.state().saving ?? 'saved',
  );
  const text = saving === 'trouble' ? t('toolbar.notSaved') : versionKeptAt === null ? '' : t('toolbar.saved');
  return (
    <span className={`${styles.saving} ${saving === 'trouble' ? styles.notSaved : ''}`} role="status">
      {text}
    </span>
  );
};

const Outbox = () => {
  const { t } = useTranslation();
  const jobs = useQuery(jobsQuery).data ?? [];
  const open = jobs.filter((job) => job.state !== 'done' && job.state !== 'cancelled').length;
  return (
    <Button kind="plain" icon={Send} className={styles.wordButton} onClick={() => runCommand('blog.outbox')}>
      <span>{t('toolbar.outbox')}</span>
      {open === 0 ? null : (
        <span className={styles.badge}>
          <span aria-hidden>{open}</span>
          <span className="visually-hidden">{t('toolbar.waiting', { count: open })}</span>
        </span>
      )}
    </Button>
  );
};

type WordButtonProps = Pick<ComponentProps<typeof Button>, 'kind' | 'icon' | 'className' | 'children'> & {
  readonly id: CommandId;
};

/** A command with its words. While it cannot run it stays within reach and says why. */
const WordButton = ({ id, kind = 'plain', ...rest }: WordButtonProps) => {
  const { t } = useTranslation();
  const { reason } = useCommandState(id);
  const shortcut = useKeysOf(id);
  const why = reason === null ? null : t(`reasons.${reason}`);
  return (
    <Tooltip text={why === null ? name(id) : `${name(id)}. ${why}`} {...(why === null ? { shortcut } : {})}>
      <Button
        {...rest}
        kind={kind}
        aria-disabled={why === null ? undefined : true}
        onClick={why === null ? () => runCommand(id) : undefined}
      />
    </Tooltip>
  );
};

const Separator = () => <span className={styles.separator} aria-hidden />;

/** The one line over the columns. Every button is an entry of the command table. */
export const Toolbar = () => {
  const { t } = useTranslation();
  return (
    <header data-pane="toolbar">
      <Line className={styles.toolbar} label={t('ui.panes.toolbar')}>
        <div className={styles.group}>
          <ColumnButton id="view.library" icon={PanelLeft} />
          <CommandButton id="file.new" icon={SquarePen} />
        </div>
        <div className={styles.group}>
          <CommandButton id="format.bold" icon={Bold} />
          <CommandButton id="format.italic" icon={Italic} />
          <CommandButton id="format.link" icon={Link} />
          <Separator />
          <CommandButton id="insert.quotation" icon={TextQuote} />
          <CommandButton id="insert.picture" icon={Image} />
          <CommandButton id="insert.video" icon={SquarePlay} />
          <CommandButton id="insert.source" icon={Newspaper} />
          <Separator />
          <More />
        </div>
        <div className={`${styles.group} ${styles.right}`}>
          <Saving />
          <Outbox />
          <WordButton id="post.preview" icon={Eye} className={styles.wordButton}>
            <span>{t('toolbar.preview')}</span>
          </WordButton>
          <WordButton id="post.publish" kind="primary" className={styles.publish}>
            {t('toolbar.publish')}
          </WordButton>
          <ColumnButton id="view.side" icon={PanelRight} />
        </div>
      </Line>
    </header>
  );
};
