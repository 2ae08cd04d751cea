import type { WebContents } from 'electron';
import type { Events } from '../../core/ipc.ts';
import { eventChannelOf } from '../../core/ipc-names.ts';

/** Tells the window something. What is said while there is no window is lost: a new one asks for the state itself. */
export type Announce = <N extends keyof Events>(name: N, event: Events[N]) => void;

/** Announces to the window's contents, as long as there are any. */
export const announceTo =
  (contents: () => WebContents | undefined): Announce =>
  (name, event) => {
    const receiver = contents();
    if (receiver && !receiver.isDestroyed()) receiver.send(eventChannelOf(name), event);
  };
