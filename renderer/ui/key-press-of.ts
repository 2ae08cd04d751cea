import type { KeyPress } from '../../core/commands/key-press.ts';

/** What of a key event commands and recorded shortcuts look at. */
export const keyPressOf = (event: KeyboardEvent): KeyPress => ({
  key: event.key,
  code: event.code,
  ctrl: event.ctrlKey,
  shift: event.shiftKey,
  alt: event.altKey || event.getModifierState('AltGraph'),
  meta: event.metaKey,
});
