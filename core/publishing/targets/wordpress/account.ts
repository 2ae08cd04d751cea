import { z } from 'zod';
import { failed, ok, type Result } from '../../../trouble.ts';
import { plainText } from '../../html-page.ts';
import type { Http } from '../../http.ts';
import type { Account, Capabilities, Connection } from '../../target.ts';
import { asTrouble, callRest } from './rest.ts';

const userSchema = z.object({
  id: z.int(),
  username: z.string().default(''),
  name: z.string().default(''),
  roles: z.array(z.string()).default([]),
  /** Absent means not granted. PHP turns an empty map into an array. */
  capabilities: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown()).transform(() => ({}))]).default({}),
});
type User = {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly may: (capability: string) => boolean;
};

/**
 * Who the credential belongs to. Asked in edit context on `users/me`, because a wrong password is answered like no
 * password on public addresses, and because roles and capabilities are shown in that context only.
 */
const me = async (http: Http, connection: Connection, purpose: 'sign-in' | 'read'): Promise<Result<User>> => {
  const answered = await callRest(http, connection, {
    purpose,
    method: 'GET',
    route: 'wp/v2/users/me',
    query: { context: 'edit', _fields: 'id,username,name,roles,capabilities' },
    answer: userSchema,
  });
  if (!answered.ok) return asTrouble(answered);
  const { capabilities, ...user } = answered.value.value;
  const granted: Readonly<Record<string, unknown>> = capabilities;
  return ok({ ...user, may: (capability) => granted[capability] === true });
};

/** Checks the credential and names its account; an account that may not write at all is refused here. */
export const signIn = async (http: Http, connection: Connection): Promise<Result<Account>> => {
  const user = await me(http, connection, 'sign-in');
  if (!user.ok) return user;
  const { id, username, name, roles, may } = user.value;
  const role = roles[0] ?? '';
  if (!may('edit_posts')) return failed('blog/role-cannot-write', { params: { role, reason: role } });
  return ok({ userId: String(id), username, displayName: plainText(name) || username, role });
};

const zoneSchema = z.object({
  timezone_string: z.string().default(''),
  gmt_offset: z.coerce.number().min(-24).max(24).catch(0),
});

/** WordPress keeps a zone name or, where none was chosen, hours east of Greenwich with a fraction. */
export const zoneOf = (name: string, hours: number): string => {
  if (name !== '') return name;
  const minutes = Math.round(Math.abs(hours) * 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${hours < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

export const capabilities = async (http: Http, connection: Connection): Promise<Result<Capabilities>> => {
  const user = await me(http, connection, 'read');
  if (!user.ok) return user;
  const index = await callRest(http, connection, {
    purpose: 'read',
    method: 'GET',
    route: '',
    query: { _fields: 'timezone_string,gmt_offset' },
    answer: zoneSchema,
  });
  if (!index.ok) return asTrouble(index);
  const { may } = user.value;
  return ok({
    publish: may('publish_posts'),
    uploadMedia: may('upload_files'),
    schedule: may('publish_posts'),
    // Tags are like post text to WordPress, categories are the blog's structure.
    createTags: may('edit_posts'),
    createCategories: may('manage_categories'),
    categories: true,
    tags: true,
    featuredImage: may('upload_files'),
    unfilteredHtml: may('unfiltered_html'),
    timeZone: zoneOf(index.value.value.timezone_string, index.value.value.gmt_offset),
  });
};

/**
 * Takes back the application password that the connection uses; with `appId` only one that was made for that app.
 * Source: developer.wordpress.org/rest-api/reference/application-passwords
 */
export const revokePassword = async (http: Http, connection: Connection, appId?: string): Promise<Result<void>> => {
  const route = 'wp/v2/users/me/application-passwords';
  const own = await callRest(http, connection, {
    purpose: 'read',
    method: 'GET',
    route: `${route}/introspect`,
    answer: z.object({ uuid: z.uuid(), app_id: z.string() }),
  });
  if (!own.ok) return asTrouble(own);
  if (appId !== undefined && own.value.value.app_id !== appId) return ok(undefined);
  const removed = await callRest(http, connection, {
    purpose: 'write',
    method: 'DELETE',
    route: `${route}/${own.value.value.uuid}`,
    answer: z.object({ deleted: z.literal(true) }),
  });
  return removed.ok ? ok(undefined) : asTrouble(removed);
};
