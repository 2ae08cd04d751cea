import { type Result, type Trouble, trouble } from '../../core/trouble.ts';

/** A trouble on its way through TanStack Query, which knows failures only as thrown errors. */
export class TroubleError extends Error {
  readonly trouble: Trouble;

  constructor(cause: Trouble) {
    super(cause.code);
    this.trouble = cause;
  }
}

/** The value of a good result; throws `TroubleError` otherwise. Only for query and mutation functions. */
export const unwrap = async <T>(call: Promise<Result<T>>): Promise<T> => {
  const result = await call;
  if (!result.ok) throw new TroubleError(result.error);
  return result.value;
};

/** What a failed query failed with; anything that is not a trouble is a bug. */
export const troubleOf = (error: unknown): Trouble =>
  error instanceof TroubleError ? error.trouble : trouble('app/bug', { detail: String(error) });
