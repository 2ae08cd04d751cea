import { failed, ok } from '../../../trouble.ts';
import type { HandOff } from '../../hand-off.ts';

/** Names this app among a user's application passwords; WordPress wants a UUID and never shows it. */
const appId = '5b0c9f0e-6f0a-4c7e-9a51-3d2a1f6b8e74';

/**
 * WordPress's "Authorize Application" page: `endpoints.authorization` of the site, as its REST index names it
 * (https://developer.wordpress.org/rest-api/reference/application-passwords/). It answers with `user_login`,
 * `password` and `site_url` in the query, or `success=false`. A return address over plain http is refused by sites
 * before 7.1; a scheme of the app's own is taken everywhere if it has a host part.
 */
export const wordpressHandOff: HandOff = {
  page: (site, returnTo) => {
    const authorization = site.endpoints.authorization;
    if (!authorization) return null;
    const page = new URL(authorization);
    page.searchParams.set('app_name', 'Rejoinder');
    page.searchParams.set('app_id', appId);
    page.searchParams.set('success_url', returnTo);
    return page.href;
  },
  credential: (_site, query) => {
    if (query.get('success') === 'false') return failed('blog/sign-in-declined');
    const username = query.get('user_login');
    const password = query.get('password');
    if (!username || !password) return failed('publish/unexpected-answer', { detail: 'No password came back.' });
    return ok({ username, password });
  },
};
