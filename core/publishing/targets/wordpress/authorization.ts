import type { Credential, Site } from '../../target.ts';

/** What the blog shows on its sign-in page, and where it sends the browser afterwards. */
export type AuthorizationRequest = {
  readonly appName: string;
  /** A UUID, always the same for one app: WordPress groups passwords by it and refuses anything else. */
  readonly appId: string;
  /**
   * A custom scheme with a host part is accepted by every version; `http://127.0.0.1:…` only by newer ones on https
   * blogs. A query of one's own (`?state=…`) is kept.
   */
  readonly successUrl: string;
  readonly rejectUrl: string;
};

/**
 * The page where a signed-in person lets an app in, for the system browser; null where the blog offers none.
 * Source: WordPress, "Integrating with Application Passwords" (make.wordpress.org/core/2020/11/05).
 */
export const authorizationAddress = (site: Site, request: AuthorizationRequest): string | null => {
  const page = site.endpoints.authorization;
  if (!page || !URL.canParse(page)) return null;
  const url = new URL(page);
  url.searchParams.set('app_name', request.appName);
  url.searchParams.set('app_id', request.appId);
  url.searchParams.set('success_url', request.successUrl);
  url.searchParams.set('reject_url', request.rejectUrl);
  return url.href;
};

/** Reads the address that the browser came back with; null when the person declined or it is not such an address. */
export const authorizedCredential = (callback: URL): Credential | null => {
  const username = callback.searchParams.get('user_login');
  const password = callback.searchParams.get('password');
  return username && password && callback.searchParams.get('success') !== 'false' ? { username, password } : null;
};
