import { failed, ok } from '../../../trouble.ts';
import type { HandOff } from '../../hand-off.ts';
import { revokePassword } from './account.ts';
import { authorizationAddress, authorizedCredential } from './authorization.ts';

/** Names this app among a user's application passwords; WordPress wants a UUID and never shows it. */
const appId = '5b0c9f0e-6f0a-4c7e-9a51-3d2a1f6b8e74';

/** WordPress's "Authorize Application" page as a way to sign in. */
export const wordpressHandOff: HandOff = {
  page: (site, returnTo) => {
    const declined = new URL(returnTo);
    declined.searchParams.set('success', 'false');
    return authorizationAddress(site, {
      appName: 'Rejoinder',
      appId,
      successUrl: returnTo,
      rejectUrl: declined.href,
    });
  },
  credential: (_site, address) => {
    if (address.searchParams.get('success') === 'false') return failed('blog/sign-in-declined');
    const credential = authorizedCredential(address);
    return credential ? ok(credential) : failed('publish/unexpected-answer', { detail: 'No password came back.' });
  },
  // A password that the writer made by hand may be in use elsewhere; it stays.
  revoke: (http, connection) => revokePassword(http, connection, appId),
};
