import { z } from 'zod';
import { ok, type Result } from '../../../trouble.ts';
import { plainText } from '../../html-page.ts';
import type { Http } from '../../http.ts';
import type { Connection, Taxonomy, Term } from '../../target.ts';
import { asTrouble, callRest } from './rest.ts';

export type TermKind = 'categories' | 'tags';

// WordPress sends names HTML-escaped: "Travel &amp; Food".
const termSchema = z
  .object({ id: z.int(), name: z.string() })
  .transform(({ id, name }): Term => ({ id: String(id), name: plainText(name) }));

const pageSize = 100;
/** Pages per kind, 1,000 terms: the publish sheet offers them, and the rest is found by name. */
const maxPages = 10;

const allTerms = async (http: Http, connection: Connection, kind: TermKind): Promise<Result<readonly Term[]>> => {
  const terms: Term[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const answered = await callRest(http, connection, {
      purpose: 'read',
      method: 'GET',
      route: `wp/v2/${kind}`,
      query: { per_page: pageSize, page, orderby: 'count', order: 'desc', _fields: 'id,name' },
      answer: z.array(termSchema),
    });
    if (!answered.ok) return asTrouble(answered);
    terms.push(...answered.value.value);
    if (answered.value.value.length < pageSize) break;
  }
  return ok(terms);
};

export const taxonomy = async (http: Http, connection: Connection): Promise<Result<Taxonomy>> => {
  const categories = await allTerms(http, connection, 'categories');
  if (!categories.ok) return categories;
  const tags = await allTerms(http, connection, 'tags');
  return tags.ok ? ok({ categories: categories.value, tags: tags.value }) : tags;
};

const sameName = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('und') === other.trim().toLocaleLowerCase('und');

/** The longest part of a name that is stored as it is typed: `search` compares with the escaped name. */
const searchable = (name: string): string =>
  name.split(/[&<>"']/).reduce((longest, part) => (part.trim().length > longest.length ? part.trim() : longest), '');

const findTerm = async (
  http: Http,
  connection: Connection,
  kind: TermKind,
  name: string,
): Promise<Result<string | null>> => {
  const answered = await callRest(http, connection, {
    purpose: 'read',
    method: 'GET',
    route: `wp/v2/${kind}`,
    query: { search: searchable(name), per_page: pageSize, _fields: 'id,name' },
    answer: z.array(termSchema),
  });
  if (!answered.ok) return asTrouble(answered);
  return ok(answered.value.value.find((term) => sameName(term.name, name))?.id ?? null);
};

/** Makes a term. Its existing twin counts as made, so that a lost answer does no harm; null where the role may not. */
const createTerm = async (
  http: Http,
  connection: Connection,
  kind: TermKind,
  name: string,
): Promise<Result<string | null>> => {
  const made = await callRest(http, connection, {
    purpose: 'write',
    method: 'POST',
    route: `wp/v2/${kind}`,
    json: { name },
    answer: termSchema,
  });
  if (made.ok) return ok(made.value.value.id);
  if (made.rest?.code === 'term_exists' && made.rest.data?.term_id) return ok(String(made.rest.data.term_id));
  if (made.rest?.code === 'rest_cannot_create') return ok(null);
  return asTrouble(made);
};

/**
 * The blog's ids for names, made where they are missing. A category that this role may not make is left out; the
 * preflight notes have said so.
 */
export const termIds = async (
  http: Http,
  connection: Connection,
  kind: TermKind,
  names: readonly string[],
): Promise<Result<readonly number[]>> => {
  const ids = new Set<number>();
  for (const name of names) {
    const found = await findTerm(http, connection, kind, name);
    if (!found.ok) return found;
    const id = found.value === null ? await createTerm(http, connection, kind, name) : found;
    if (!id.ok) return id;
    if (id.value !== null) ids.add(Number(id.value));
  }
  return ok([...ids]);
};
