import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Command } from '../../core/commands/command.ts';
import { type KeyPress, pressedCommand } from '../../core/commands/key-press.ts';
import { type CommandId, commandOf, commands, findCommand } from '../../core/commands/table.ts';
import { bridge } from '../bridge/client.ts';
import { currentKeymap, tableKeymap } from '../bridge/keymap.ts';
import { keyPressOf, typesText } from '../ui/key-press-of.ts';

/** Whether a command can run now, and why not. */
export type CommandState = {
  readonly enabled: boolean;
  /** Key under `reasons` in `renderer/i18n` of the sentence that says why it cannot run; null when it can. */
  readonly reason: CommandReason | null;
  readonly ticked: boolean;
};

/** What a disabled command says: what it needs, or what else stands in its way. */
export type CommandReason =
  | 'post'
  | 'editor'
  | 'selection'
  | 'busy'
  | 'read-only'
  | 'not-here'
  | 'not-in-table'
  | 'not-in-gallery'
  | 'no-neighbouring-pictures'
  | 'not-in-picture'
  | 'place-of-gallery'
  | 'not-in-card'
  | 'not-in-recording'
  | 'not-in-media'
  | 'no-source'
  | 'which-source'
  | 'no-saved-article'
  | 'no-lead-picture'
  | 'not-in-video'
  | 'no-poster'
  | 'nothing-to-undo'
  | 'at-limit';

export type CommandOptions = {
  /** True when left out. */
  readonly enabled?: boolean;
  /** Why it is not enabled; what the command needs when left out. */
  readonly reason?: CommandReason;
  readonly ticked?: boolean;
};

type Registration = { readonly run: { current: () => void }; state: CommandState };

/** Registrations of one command, the newest last: the newest one counts. */
const registrations = new Map<CommandId, Registration[]>();
const listeners = new Set<() => void>();
const refusalListeners = new Set<(id: CommandId, reason: CommandReason) => void>();
const preparations = new Set<() => void>();

const neededBy = (id: CommandId): CommandReason => {
  const { needs } = commandOf(id);
  return needs === 'nothing' ? 'not-here' : needs;
};

const states = new Map<string, CommandState>();

/** One object per state, so that what shows a command sees no change where there is none. */
const stateOf = (enabled: boolean, reason: CommandReason | null, ticked: boolean): CommandState => {
  const key = `${enabled} ${reason} ${ticked}`;
  const state = states.get(key) ?? { enabled, reason, ticked };
  states.set(key, state);
  return state;
};

/** What Electron carries out can always run; nobody registers it. */
const unregistered = new Map<CommandId, CommandState>(
  (commands as readonly (Command & { readonly id: CommandId })[]).map(({ id, role }) => [
    id,
    role === undefined ? stateOf(false, neededBy(id), false) : stateOf(true, null, false),
  ]),
);

let telling = false;

/** Commands change together: another post takes the place of the open one. It is told once, when all have changed. */
const changed = (): void => {
  if (telling) return;
  telling = true;
  queueMicrotask(() => {
    telling = false;
    for (const listener of listeners) listener();
  });
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the command can run now; one that nobody registered cannot, unless Electron carries it out. */
export const commandState = (id: CommandId): CommandState =>
  registrations.get(id)?.at(-1)?.state ?? unregistered.get(id) ?? stateOf(false, 'not-here', false);

/** `commandState` for buttons: renders again when it changes. */
export const useCommandState = (id: CommandId): CommandState => useSyncExternalStore(subscribe, () => commandState(id));

/** Runs the command. False when it cannot run now; whoever listens to `onRefused` is told why. */
export const runCommand = (id: CommandId): boolean => {
  const registration = registrations.get(id)?.at(-1);
  const state = commandState(id);
  const { role } = commandOf(id);
  if (registration === undefined && role !== undefined) {
    void bridge().app.runRole({ role });
    return true;
  }
  if (registration === undefined || !state.enabled) {
    for (const listener of refusalListeners) listener(id, state.reason ?? 'not-here');
    return false;
  }
  for (const prepare of preparations) prepare();
  registration.run.current();
  return true;
};

/** Calls `prepare` before every command that runs. Answers the way to stop. */
export const beforeCommands = (prepare: () => void): (() => void) => {
  preparations.add(prepare);
  return () => preparations.delete(prepare);
};

/** Calls back when a command was asked for that cannot run now. Answers the way to stop. */
export const onRefused = (listener: (id: CommandId, reason: CommandReason) => void): (() => void) => {
  refusalListeners.add(listener);
  return () => refusalListeners.delete(listener);
};

/** Says what a command does while the calling component is mounted. The newest registration of a command counts. */
export const useCommand = (id: CommandId, run: () => void, options: CommandOptions = {}): void => {
  const latest = useRef(run);
  latest.current = run;
  const { enabled = true, reason, ticked = false } = options;
  const own = useRef<Registration | null>(null);

  useEffect(() => {
    const registration: Registration = { run: latest, state: stateOf(true, null, false) };
    own.current = registration;
    registrations.set(id, [...(registrations.get(id) ?? []), registration]);
    return () => {
      registrations.set(
        id,
        (registrations.get(id) ?? []).filter((other) => other !== registration),
      );
      changed();
    };
  }, [id]);

  useEffect(() => {
    if (own.current === null) return;
    own.current.state = stateOf(enabled, enabled ? null : (reason ?? neededBy(id)), ticked);
    changed();
  }, [id, enabled, reason, ticked]);
};

/** A text field outside the post keeps the editor's keys for itself. */
const inEditor = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[contenteditable="true"]') !== null && !isField(target);

const isField = (element: Element): boolean => element.matches('input, textarea, select');

/** While a sheet is open the post lies under it and is not written into. */
const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null;

/** A shortcut that is being recorded gets every key, those of commands too. */
const isRecorded = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-records-keys]') !== null;

/**
 * The writer took these keys from a command that edits and gave them to nobody. ProseMirror's keymaps and the browser have
 * the same keys of old (Ctrl+B, Ctrl+Z) and would go on using them.
 */
const isTakenAway = (press: KeyPress): boolean =>
  (press.ctrl || press.meta) && pressedCommand(press, tableKeymap)?.needs === 'editor';

/**
 * Listens to keys and to the native menu. Keys are taken in the capture phase, before ProseMirror's own keymap: the
 * table decides. Answers the way to stop.
 */
export const startCommands = (): (() => void) => {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || typesText(event)) return;
    const press = keyPressOf(event);
    const command = pressedCommand(press, currentKeymap());
    if (command === undefined && !isTakenAway(press)) return;
    if (isRecorded(event.target)) return;
    if (command === undefined && inEditor(event.target)) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (command === undefined || command.role !== undefined) return;
    if (command.editorKeys && !inEditor(event.target)) return;
    if (command.needs === 'editor' && inDialog(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    runCommand(command.id);
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });

  const stopMenu = bridge().on('command', ({ id }) => {
    const command = findCommand(id);
    if (command !== undefined) runCommand(command.id);
  });
  return () => {
    window.removeEventListener('keydown', onKeyDown, { capture: true });
    stopMenu();
  };
};

/** Keeps the native menu told which commands can run. Answers the way to stop. */
export const reportCommands = (): (() => void) => {
  let reported = '';
  const report = (): void => {
    const enabled = commands.filter(({ id }) => commandState(id).enabled).map(({ id }) => id);
    const ticked = commands.filter(({ id }) => commandState(id).ticked).map(({ id }) => id);
    const now = JSON.stringify([enabled, ticked]);
    if (now === reported) return;
    reported = now;
    void bridge().app.menuState({ enabled, ticked });
  };
  const stop = subscribe(report);
  report();
  return stop;
};
