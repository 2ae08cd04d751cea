import { readFileSync } from 'node:fs';
import { type DocumentJson, emptyFields } from '../../document/post.ts';
import { documentOf } from '../../document/testing/documents.ts';
import { newSource } from '../../sources/source.ts';
import type { CheckedPost, CheckRule } from '../check.ts';
import { type Finding, findingsOf } from '../findings.ts';

/** Where the fixtures of checks are: a folder per rule, in it `<case>.json` and `<case>.findings.json`. */
export const checkFixtures = new URL('../fixtures/', import.meta.url);

/** Every rule has these: where it has nothing to say, where it speaks, and where it is easy to be wrong. */
export const checkCases = ['pass', 'fail', 'edge'] as const;
export type CheckCase = (typeof checkCases)[number];

type Fixture = {
  /** What the fixture shows, in a sentence. */
  readonly why: string;
  readonly document: DocumentJson;
  readonly sources: readonly Parameters<typeof newSource>[0][];
  readonly fields?: Partial<CheckedPost['fields']>;
  readonly facts?: Partial<CheckedPost['facts']>;
};

const read = (rule: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${rule}/${file}.json`, checkFixtures), 'utf8'));

/** The post of a fixture. */
export const fixturePost = (rule: string, name: CheckCase): CheckedPost => {
  const { document, sources, fields, facts } = read(rule, name) as Fixture;
  return {
    document: documentOf(document),
    sources: sources.map(newSource),
    fields: { ...emptyFields, ...fields },
    facts: { showsFeaturedImage: false, links: {}, copied: [], ...facts },
  };
};

/** What the fixture says that its rule finds. */
export const expectedFindings = (rule: string, name: CheckCase): unknown => read(rule, `${name}.findings`);

/** What some rules find in a fixture's post, of the fixture's own rule alone. */
export const foundIn = (rule: string, name: CheckCase, rules: readonly CheckRule[]): readonly Finding[] =>
  findingsOf(fixturePost(rule, name), rules).filter(({ check }) => check === rule);
