import type { KeyPress } from '../../core/commands/key-press.ts';

/**
 * Whether a key press types a character. No command has such a key (`core/commands/refused-keys.ts`), and most keys that are
 * pressed are such.
 */
export const typesText = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  key.length === 1 && !ctrlKey && !altKey && !metaKey;

/** What of a key event commands and recorded shortcuts look at. */
export const keyPressOf = (event: KeyboardEvent): KeyPress => ({
  key: event.key,
  code: event.code,
  ctrl: event.ctrlKey,
  shift: event.shiftKey,
  alt: event.altKey || event.getModifierState('AltGraph'),
  meta: event.metaKey,
});
