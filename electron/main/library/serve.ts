import { withDocuments } from './documents.ts';
import { openLibrary } from './open-library.ts';
import { type Answer, answerCall, type Request } from './rpc.ts';

/** The library thread's end of its one conversation. */
export type Port = {
  readonly post: (answer: Answer) => void;
  readonly onRequest: (listener: (request: Request) => void) => void;
};

/**
 * Opens the library in `folder` and answers calls until it is told to close; `ended` then runs. It also ends by itself,
 * to be started anew, when a library that could only be read can be written again.
 */
export const serve = (folder: string, port: Port, ended: () => void): void => {
  const opening = withDocuments(() => openLibrary(folder));
  const answer = async (request: Request): Promise<void> => {
    const opened = await opening;
    if (request.kind === 'call') {
      const failure = { kind: 'answer', id: request.id, value: opened } as const;
      port.post(opened.ok ? await withDocuments(() => answerCall(opened.value, request)) : failure);
      if (!opened.ok || !opened.value.isOutdated()) return;
    }
    if (opened.ok) opened.value.close();
    ended();
  };
  // One after the other, also while the first that reads a document waits for the code that does.
  let turn: Promise<void> = opening.then((opened) =>
    port.post({
      kind: 'opened',
      troubles: opened.ok ? opened.value.troubles : [],
      failure: opened.ok ? null : opened.error,
    }),
  );
  port.onRequest((request) => {
    turn = turn.then(() => answer(request));
  });
};
