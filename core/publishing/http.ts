import type { Result } from '../trouble.ts';
import type { ByteSource } from './byte-source.ts';

/** A request as targets make it. Redirects are never followed for writes; a 3xx comes back as the answer. */
export type HttpRequest = {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | ByteSource;
  /** Milliseconds until the request is given up as `network/timeout`. */
  readonly timeout: number;
  /** How many redirects a read may follow; 0 by default. Every hop is reported in `HttpAnswer.url`. */
  readonly redirects?: number;
  /** The largest answer that is read, in bytes; a longer one is `network/too-large`. 5 MB by default. */
  readonly maxBytes?: number;
  /**
   * Whether this computer and private networks may be asked: `typed` where the writer typed this very address, and then its
   * host only; `public` never, whatever a name resolves to. Else only redirects of other hosts are kept from leading there.
   */
  readonly reach?: 'public' | 'typed';
  readonly signal?: AbortSignal;
};

export type HttpAnswer = {
  readonly status: number;
  /** The address that answered in the end. */
  readonly url: string;
  /** Lower-case names; repeated headers joined with ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/**
 * The one way out for targets. An answer of any status is `ok`; a trouble means that no whole answer came.
 * A trouble of a write is `unclear` unless it is certain that no byte of it reached the server.
 */
export type Http = (request: HttpRequest) => Promise<Result<HttpAnswer>>;
