import { create } from 'zustand';
import type { LinkAnswer } from '../../../core/checks/link-answer.ts';
import type { Trouble } from '../../../core/trouble.ts';
import { bridge } from '../../bridge/client.ts';

/** How many pages are asked at once. */
const together = 4;

type LinkAnswers = {
  /** By address, for as long as the window is open. */
  readonly answers: Readonly<Record<string, LinkAnswer>>;
  readonly running: { readonly asking: string; readonly done: number; readonly total: number } | null;
  /** Why nobody could be asked the last time. */
  readonly trouble: Trouble | null;
};

/** What the pages answered that the writer asked about. */
export const useLinkAnswers = create<LinkAnswers>(() => ({ answers: {}, running: null, trouble: null }));

const isRunning = (asking: string): boolean => useLinkAnswers.getState().running?.asking === asking;

/** Ends the asking that runs; what was answered stays. */
export const cancelLinks = (): void => {
  const { running } = useLinkAnswers.getState();
  useLinkAnswers.setState({ running: null });
  if (running !== null) void bridge().links.cancel({ asking: running.asking });
};

const askOne = async (asking: string, address: string, local: boolean): Promise<void> => {
  const asked = await bridge().links.ask({ asking, address, local });
  if (!isRunning(asking)) return;
  if (!asked.ok) {
    cancelLinks();
    useLinkAnswers.setState({ trouble: asked.error });
    return;
  }
  useLinkAnswers.setState(({ answers, running }) => ({
    answers: { ...answers, [address]: asked.value },
    running: running && { ...running, done: running.done + 1 },
  }));
};

/** Asks these addresses anew, a few at a time. `local`: also those that lead to this computer or a private network. */
export const checkLinks = async (addresses: readonly string[], local: boolean): Promise<void> => {
  const asking = crypto.randomUUID();
  if (addresses.length === 0) return;
  if (!navigator.onLine) {
    useLinkAnswers.setState({ trouble: { code: 'network/offline' } });
    return;
  }
  cancelLinks();
  useLinkAnswers.setState({ running: { asking, done: 0, total: addresses.length }, trouble: null });
  const waiting = [...addresses];
  const askInTurn = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && isRunning(asking); next = waiting.shift()) {
      await askOne(asking, next, local);
    }
  };
  await Promise.all(Array.from({ length: together }, askInTurn));
  if (isRunning(asking)) useLinkAnswers.setState({ running: null });
};
