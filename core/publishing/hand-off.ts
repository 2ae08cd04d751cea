import type { Result } from '../trouble.ts';
import type { Http } from './http.ts';
import type { Connection, Credential, Site } from './target.ts';

/** Signing in on the platform's own page in the browser, which then sends a credential back to the app. */
export type HandOff = {
  /**
   * The page to open, or null when this site has none. It sends the browser to `returnTo` afterwards, whose own query
   * it keeps.
   */
  readonly page: (site: Site, returnTo: string) => string | null;
  /** Reads the address that the browser came back to; `blog/sign-in-declined` when the writer said no there. */
  readonly credential: (site: Site, address: URL) => Result<Credential>;
  /** Tells the platform that the connection's credential is no longer used, so that it opens nothing any more. */
  readonly revoke: (http: Http, connection: Connection) => Promise<Result<void>>;
};
