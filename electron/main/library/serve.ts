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
  const opened = openLibrary(folder);
  port.post({
    kind: 'opened',
    troubles: opened.ok ? opened.value.troubles : [],
    failure: opened.ok ? null : opened.error,
  });
  port.onRequest((request) => {
    if (request.kind === 'call') {
      port.post(opened.ok ? answerCall(opened.value, request) : { kind: 'answer', id: request.id, value: opened });
      if (!opened.ok || !opened.value.isOutdated()) return;
    }
    if (opened.ok) opened.value.close();
    ended();
  });
};
