import { type Trouble, type TroubleCode, trouble } from '../../../core/trouble.ts';

/** Node's and OpenSSL's names for what went wrong. Sources: nodejs.org/api/errors, nodejs.org/api/tls#x509-certificate-error-codes. */
const codes: Readonly<Record<string, TroubleCode>> = {
  ENOTFOUND: 'network/unknown-host',
  // The resolver itself cannot be reached: that is what having no network looks like.
  EAI_AGAIN: 'network/offline',
  ENETUNREACH: 'network/offline',
  ENETDOWN: 'network/offline',
  EHOSTUNREACH: 'network/refused',
  EHOSTDOWN: 'network/refused',
  ECONNREFUSED: 'network/refused',
  EACCES: 'network/refused',
  // Ours: a name that stands for this computer or its network.
  EPRIVATE: 'network/private',
  ETIMEDOUT: 'network/timeout',
  EPROTO: 'network/tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'network/tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'network/tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'network/tls',
  UNABLE_TO_GET_ISSUER_CERT: 'network/tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'network/tls',
};

const codeOf = (name: string): TroubleCode =>
  codes[name] ?? (/^(CERT_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH)/.test(name) ? 'network/tls' : 'network/failed');

type NamedError = Error & { readonly code?: string };

/** The trouble for a connection error; several tries at one host come as one `AggregateError`. */
export const troubleOf = (error: NamedError, host: string): Trouble => {
  const [first = error] = error instanceof AggregateError ? (error.errors as readonly NamedError[]) : [error];
  const name = first.code ?? error.code ?? '';
  return trouble(codeOf(name), { params: { host }, detail: `${name} ${first.message}`.trim() });
};
