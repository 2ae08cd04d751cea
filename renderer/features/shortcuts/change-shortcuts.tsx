import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceleratorOf } from '../../../core/commands/key-press.ts';
import { isRemapped, type RemapRefusal, refusedRemap, refusedReset } from '../../../core/commands/keymap.ts';
import { type CommandId, commandOf, commands } from '../../../core/commands/table.ts';
import { platformHere, useKeymap } from '../../bridge/keymap.ts';
import { changeSettings, useSettings } from '../../bridge/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { TextField } from '../../ui/field.tsx';
import { keyPressOf } from '../../ui/key-press-of.ts';
import { showTrouble } from '../../ui/notices.ts';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { allKeysOf, shownKeys } from '../../ui/shortcut.ts';
import styles from './change-shortcuts.module.css';

const mac = platformHere === 'mac';

const nameOf = (id: CommandId): string => commandOf(id).label.replace(/…$/, '');

type Recorded = {
  readonly onKeys: (accelerator: string) => void;
  readonly onRemove: () => void;
  readonly onCancel: () => void;
};

/** While `recording`, takes the keys that are pressed before anything else in the window can: commands, sheet and field. */
const useRecorder = (recording: boolean, { onKeys, onRemove, onCancel }: Recorded): void =>
  useEffect(() => {
    if (!recording) return;
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.repeat) return;
      const held = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (event.key === 'Escape' && !held) onCancel();
      else if (event.key === 'Backspace' && !held) onRemove();
      else {
        const accelerator = acceleratorOf(keyPressOf(event), mac);
        if (accelerator !== null) onKeys(accelerator);
      }
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  });

type LineProps = Recorded & {
  readonly id: CommandId;
  readonly recording: boolean;
  /** Why the last keys were refused, in words. */
  readonly refusal: string | null;
  readonly onRecord: () => void;
  readonly onReset: () => void;
};

const Line = ({ id, recording, refusal, onRecord, onReset, ...recorded }: LineProps) => {
  const { t } = useTranslation();
  const keymap = useKeymap();
  const label = nameOf(id);
  const shown = allKeysOf(id, keymap);
  const keys = shown.length === 0 ? t('shortcuts.none') : shown.join(` ${t('shortcuts.or')} `);
  const fixed = commandOf(id).role !== undefined;
  const button = useRef<HTMLButtonElement>(null);
  useRecorder(recording, recorded);
  return (
    <li className={styles.line}>
      <span className={styles.label}>{label}</span>
      {fixed ? <span className={styles.quiet}>{t('shortcuts.fixed')}</span> : null}
      {isRemapped(id, keymap, platformHere) && !recording ? (
        <Button
          kind="link"
          aria-label={t('shortcuts.resetLabel', { label })}
          onClick={() => {
            // This button goes away.
            button.current?.focus();
            onReset();
          }}
        >
          {t('shortcuts.reset')}
        </Button>
      ) : null}
      {fixed ? (
        <span className={styles.fixed}>{keys}</span>
      ) : (
        <button
          ref={button}
          type="button"
          className={`${styles.keys} ${recording ? styles.recording : shown.length === 0 ? styles.none : ''}`}
          data-keys
          data-records-keys={recording ? true : undefined}
          aria-label={t(recording ? 'shortcuts.recording' : 'shortcuts.keysOf', { label, keys })}
          onClick={recording ? recorded.onCancel : onRecord}
          onBlur={recording ? recorded.onCancel : undefined}
        >
          {recording ? t('shortcuts.press') : keys}
        </button>
      )}
      {refusal === null ? null : (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
    </li>
  );
};

/** The up and down arrows walk from command to command. */
const walkLines = (event: KeyboardEvent<HTMLElement>): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-keys]')];
  const at = lines.indexOf(document.activeElement as HTMLElement);
  if (by === 0 || at === -1) return;
  event.preventDefault();
  lines[at + by]?.focus();
};

/** Gives commands other keys, recorded from the keyboard. Everything takes effect at once. */
export const ChangeShortcuts = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { keys: own } = useSettings();
  const keymap = useKeymap();
  const [query, setQuery] = useState('');
  const [recording, setRecording] = useState<CommandId | null>(null);
  const [refused, setRefused] = useState<{ readonly id: CommandId; readonly text: string } | null>(null);
  const [said, setSaid] = useState('');

  const words = query.trim().toLocaleLowerCase();
  const lines = commands.filter(({ label }) => label.toLocaleLowerCase().includes(words));

  const save = async (keys: typeof own, text: string): Promise<void> => {
    setSaid(text);
    setRefused(null);
    const saved = await changeSettings({ keys });
    if (!saved.ok) showTrouble(saved.error);
  };
  const inWords = ({ reason, by }: RemapRefusal, accelerator: string): string =>
    t(`shortcuts.refused.${reason}`, { keys: shownKeys(accelerator), by: by === undefined ? '' : nameOf(by) });

  const record = (id: CommandId, accelerator: string): void => {
    const refusal = refusedRemap(id, accelerator, keymap, platformHere);
    if (refusal !== null) {
      setRefused({ id, text: inWords(refusal, accelerator) });
      return;
    }
    setRecording(null);
    void save(
      { ...own, [id]: [accelerator] },
      t('shortcuts.changed', { label: nameOf(id), keys: shownKeys(accelerator) }),
    );
  };
  const remove = (id: CommandId): void => {
    setRecording(null);
    void save({ ...own, [id]: [] }, t('shortcuts.removed', { label: nameOf(id) }));
  };
  const reset = (id: CommandId): void => {
    const refusal = refusedReset(id, own, platformHere);
    const [standing = ''] = commandOf(id).keys[mac ? 'mac' : 'other'];
    if (refusal?.by !== undefined) {
      const text = t('shortcuts.resetRefused', { keys: shownKeys(standing), by: nameOf(refusal.by) });
      setRefused({ id, text });
      return;
    }
    const { [id]: _, ...others } = own;
    const keys = standing === '' ? t('shortcuts.none') : shownKeys(standing);
    void save(others, t('shortcuts.changed', { label: nameOf(id), keys }));
  };

  return (
    <Sheet
      title={t('shortcuts.changeTitle')}
      subtitle={t('shortcuts.changeHint')}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="plain"
            disabled={Object.keys(own).length === 0}
            onClick={() => void save({}, t('shortcuts.allReset'))}
          >
            {t('shortcuts.resetAll')}
          </Button>
          <ActionsGap />
          <Button kind="primary" onClick={onClose}>
            {t('ui.done')}
          </Button>
        </>
      }
    >
      <div className={styles.search}>
        <TextField label={t('shortcuts.search')} value={query} onChange={setQuery} maxLength={100} />
      </div>
      {lines.length === 0 ? (
        <Empty text={t('shortcuts.noHits', { query })}>
          <Button onClick={() => setQuery('')}>{t('library.clear')}</Button>
        </Empty>
      ) : null}
      <ul className={styles.lines} aria-label={t('shortcuts.list')} onKeyDown={walkLines}>
        {lines.map(({ id }) => (
          <Line
            key={id}
            id={id}
            recording={recording === id}
            refusal={refused?.id === id ? refused.text : null}
            onRecord={() => {
              setRefused(null);
              setRecording(id);
            }}
            onKeys={(accelerator) => record(id, accelerator)}
            onRemove={() => remove(id)}
            onReset={() => reset(id)}
            onCancel={() => {
              setRefused(null);
              setRecording(null);
            }}
          />
        ))}
      </ul>
      <div className="visually-hidden" role="status">
        {said}
      </div>
    </Sheet>
  );
};
