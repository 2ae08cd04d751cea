/**
 * What can go wrong in a way the writer must hear about. Every code has one sentence and one next step in
 * `renderer/i18n`; a missing one fails a test. Bugs are not troubles: they throw and are logged.
 */
export const troubleCodes = [
  'app/bug',
  'app/bad-request',
  'settings/broken',
  'library/corrupt',
  'library/disk-full',
  'library/read-only',
  'library/newer',
  'library/unavailable',
  'post/not-found',
  'post/stale',
  'post/unreadable',
  'template/not-found',
  'template/broken',
  'template/newer',
  'media/too-large',
  'media/not-a-picture',
  'media/heic',
  'media/svg',
  'media/none-there',
  'media/page-there',
  'media/cancelled',
  'media/not-a-recording',
  'media/unplayable',
  'media/recording-too-large',
  'media/recording-corrupt',
  'media/no-frame',
  'media/corrupt',
  'media/missing',
  'media/not-made',
  'media/moves',
  'article/missing',
  'article/corrupt',
  'page/not-found',
  'page/gone',
  'page/closed',
  'page/not-a-page',
  'page/endless',
  'page/too-large',
  'page/server-error',
  'page/unreadable',
  'page/cancelled',
  'archive/none',
  'archive/busy',
  'archive/no-answer',
  'embed/not-an-address',
  'embed/silent',
  'import/too-large',
  'find/bad-expression',
  'find/too-slow',
  'network/offline',
  'network/unknown-host',
  'network/refused',
  'network/timeout',
  'network/tls',
  'network/too-large',
  'network/failed',
  'network/private',
  'blog/not-an-address',
  'blog/not-a-blog',
  'blog/insecure',
  'blog/not-found',
  'blog/no-sign-in',
  'blog/wrong-password',
  'blog/signed-out',
  'blog/role-cannot-write',
  'blog/role-cannot-publish',
  'blog/role-cannot-upload',
  'blog/api-disabled',
  'blog/sign-in-declined',
  'blog/sign-in-timeout',
  'blog/folder',
  'publish/changed-on-blog',
  'publish/gone',
  'publish/refused',
  'publish/server-error',
  'publish/unexpected-answer',
  'publish/busy',
  'publish/upload-refused',
  'publish/upload-too-large',
  'publish/uncertain',
  'publish/nothing-to-send',
  'publish/already-public',
  'spelling/download-failed',
  'print/failed',
  'file/disk-full',
  'file/not-writable',
  'vault/unavailable',
  'vault/not-protected',
] as const;

export type TroubleCode = (typeof troubleCodes)[number];

/** A trouble as a value: it crosses processes, so it holds only plain data. Never a secret. */
export type Trouble = {
  readonly code: TroubleCode;
  /** Fills the code's sentence: a file name, a limit, the blog's own words. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** For "Copy details" and the log: statuses, error codes, the server's own message. English, no secrets. */
  readonly detail?: string;
  /** True when the request may have been carried out although no usable answer came back. */
  readonly unclear?: boolean;
};

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Trouble };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const trouble = (code: TroubleCode, more: Omit<Trouble, 'code'> = {}): Trouble => ({ code, ...more });

export const failed = (
  code: TroubleCode,
  more: Omit<Trouble, 'code'> = {},
): { readonly ok: false; readonly error: Trouble } => ({
  ok: false,
  error: trouble(code, more),
});

const transientCodes: ReadonlySet<TroubleCode> = new Set([
  'network/offline',
  'network/unknown-host',
  'network/refused',
  'network/timeout',
  'network/failed',
  'publish/server-error',
  'publish/busy',
]);

/** Whether the same request may succeed later without the writer doing anything. */
export const isTransient = (it: Trouble): boolean => transientCodes.has(it.code);
