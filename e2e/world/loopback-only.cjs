// Loaded with `electron -r` before the app: no name but this computer's own can be found, as on a machine without a network. Addresses
// in numbers are none: servers of the app itself listen on them.
// So a test sees the same wherever it runs, and no foreign site is asked by one.
const dns = require('node:dns');
const { isIP } = require('node:net');

const { lookup } = dns;

// The names that were asked for, in order: tests see what the app wanted to reach.
const lookedUp = [];
globalThis.lookedUp = lookedUp;

dns.lookup = (hostname, ...rest) => {
  if (isIP(hostname) || hostname === 'localhost' || hostname.endsWith('.localhost')) return lookup(hostname, ...rest);
  lookedUp.push(hostname);
  const callback = rest.at(-1);
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND', hostname });
  setImmediate(callback, error);
  return undefined;
};
