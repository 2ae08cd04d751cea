import { create } from 'zustand';

/** What is asked of the network for a source besides its page, and the way to end that. */
type UnderWay = { readonly what: 'archive' | 'picture'; readonly cancel: () => void };

/** At most one for each source, by its id. */
export const useUnderWay = create<Readonly<Record<string, UnderWay>>>(() => ({}));

/** Notes that something is asked for a source while `run` asks. Answers null, and asks nothing, while something else is. */
export const whileUnderWay = async <T>(source: string, work: UnderWay, run: () => Promise<T>): Promise<T | null> => {
  if (useUnderWay.getState()[source] !== undefined) return null;
  useUnderWay.setState({ [source]: work });
  try {
    return await run();
  } finally {
    useUnderWay.setState((all) => Object.fromEntries(Object.entries(all).filter(([id]) => id !== source)), true);
  }
};
