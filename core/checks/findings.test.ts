import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enterTranscript } from '../document/editing/recordings.ts';
import { emptyFields, maxOverrides, postFieldsSchema } from '../document/post.ts';
import { arbitraryDocument } from '../document/testing/arbitrary-document.ts';
import { documentOf } from '../document/testing/documents.ts';
import { testSources } from '../document/testing/sources.ts';
import type { Source } from '../sources/source.ts';
import { agencyIn } from './agencies.ts';
import type { CheckedPost } from './check.ts';
import { checkedTexts } from './copying/checked-text.ts';
import { indexSource } from './copying/copied-runs.ts';
import { copyCheck } from './copying/copy-check.ts';
import { type Finding, findingsOf, openMusts } from './findings.ts';
import { fixText, isTextFix, withPublisher } from './fix.ts';
import { addressesOf } from './linked-words.ts';

const answer = fc.record({
  state: fc.constantFrom('answers' as const, 'gone' as const, 'closed' as const, 'silent' as const, 'private' as const),
  reason: fc.constantFrom('status' as const, 'timeout' as const),
  status: fc.constantFrom(0, 200, 404),
});

/** What the copy check finds when the first source is the text that `original` has in all. */
const copiedIn = (document: ProseMirrorNode, original: ProseMirrorNode, [source]: readonly Source[]) => {
  if (source === undefined) return [];
  const text = original.textBetween(0, original.content.size, '\n', ' ');
  return copyCheck(
    checkedTexts(document),
    [{ id: source.id, index: indexSource({ text, title: '', language: '' }) }],
    2,
  );
};

/** Any document with some of its sources and any answers of the addresses in it. */
const arbitraryPost: fc.Arbitrary<CheckedPost> = fc
  .tuple(arbitraryDocument, fc.subarray([...testSources]), fc.constantFrom('', ' ', 'Short.'), fc.boolean())
  .chain(([json, sources, excerpt, showsFeaturedImage]) => {
    const document = documentOf(json);
    const asked = fc.record(Object.fromEntries(addressesOf(document, sources).map((address) => [address, answer])));
    return asked.map((links) => ({
      document,
      sources,
      fields: { ...emptyFields, excerpt },
      facts: { showsFeaturedImage, links, copied: copiedIn(document, document, sources) },
    }));
  });

const exists = ({ document, sources }: CheckedPost, { place }: Finding): boolean => {
  switch (place.kind) {
    case 'block': {
      const node = document.nodeAt(place.from);
      return node?.type.spec.draggable === true && place.from + node.nodeSize === place.to;
    }
    case 'words':
      return place.from <= place.to && document.resolve(place.from).depth > 0 && place.to <= document.content.size;
    case 'source':
      return sources.some(({ id }) => id === place.source);
    case 'sources':
    case 'field':
      return true;
  }
};

/** How often a check finds something, so that one of its findings can be seen to go. */
const timesOf = (post: CheckedPost, check: string): number =>
  findingsOf(post).filter((finding) => finding.check === check).length;

/** The post after the change that a finding offers. */
const fixed = (post: CheckedPost, { place, fix }: Finding): CheckedPost => {
  if (!fix) return post;
  if (isTextFix(fix)) {
    if (place.kind !== 'block' && place.kind !== 'words') throw new Error(`No words at a ${place.kind}`);
    const tr = new Transform(post.document);
    fixText(tr, place, fix);
    tr.doc.check();
    const copied = copiedIn(tr.doc, post.document, post.sources);
    return { ...post, document: tr.doc, facts: { ...post.facts, copied } };
  }
  if (fix.name === 'excerpt') return { ...post, fields: { ...post.fields, excerpt: fix.text } };
  if (fix.name === 'picture') return { ...post, fields: { ...post.fields, featuredImage: '3f'.repeat(32) } };
  if (fix.name === 'transcript') {
    if (place.kind !== 'block') throw new Error(`No recording at a ${place.kind}`);
    const { tr } = EditorState.create({ doc: post.document });
    tr.doc.check();
    return { ...post, document: enterTranscript(tr, place.from, 'en').insertText('What is said.').doc };
  }
  return place.kind === 'source' ? { ...post, sources: withPublisher(post.sources, place.source, fix.label) } : post;
};

describe('for any post', () => {
  test('checks never throw, and every finding points at something that is there', () => {
    fc.assert(
      fc.property(arbitraryPost, (post) => {
        for (const finding of findingsOf(post)) expect(exists(post, finding), JSON.stringify(finding)).toBe(true);
      }),
    );
  });

  test('what a finding offers takes that finding away and leaves a whole document', () => {
    let fixes = 0;
    fc.assert(
      fc.property(arbitraryPost, (post) => {
        for (const finding of findingsOf(post)) {
          if (!finding.fix) continue;
          fixes += 1;
          const after = fixed(post, finding);
          const [left, before] = [timesOf(after, finding.check), timesOf(post, finding.check)];
          // Copied runs overlap: to quote one can settle the next.
          if (finding.check === 'copied-words') expect(left, JSON.stringify(finding)).toBeLessThan(before);
          else expect(left, JSON.stringify(finding)).toBe(before - 1);
        }
      }),
    );
    expect(fixes).toBeGreaterThan(100);
  });

  test('a reason for every must leaves none open, and can be kept with the post', () => {
    fc.assert(
      fc.property(arbitraryPost, (post) => {
        const findings = findingsOf(post);
        const overrides = openMusts(findings, []).map(({ check, about }) => ({ check, about, reason: 'I asked.' }));
        expect(openMusts(findings, overrides)).toEqual([]);
        expect(postFieldsSchema.shape.overrides.safeParse(overrides.slice(0, maxOverrides)).success).toBe(true);
      }),
    );
  });
});

const post = (words: string): CheckedPost => ({
  document: documentOf({
    type: 'quotation',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }, { type: 'attribution' }],
  }),
  sources: testSources.slice(0, 2),
  fields: emptyFields,
  facts: { showsFeaturedImage: false, links: {}, copied: [] },
});

test('musts come before shoulds', () => {
  const levels = findingsOf(post('Nothing has been won.')).map(({ level }) => level);
  expect(levels).toEqual([...levels].sort());
  expect(new Set(levels).size).toBe(2);
});

test('a reason counts for what it was given for, and no longer when that is another', () => {
  const [finding] = openMusts(findingsOf(post('Nothing has been won.')), []);
  const overrides = [{ check: finding?.check ?? '', about: finding?.about ?? '', reason: 'Said to me.' }];
  expect(finding?.check).toBe('source-publisher');
  const tie = { check: 'quotation-source', about: 'Nothing has been won.', reason: 'Said to me.' };
  const open = (words: string) => openMusts(findingsOf(post(words)), [...overrides, tie]).map(({ check }) => check);
  expect(open('Nothing has been won.')).toEqual([]);
  expect(open('Nothing has been lost.')).toEqual(['quotation-source']);
});

test.each([
  ['Photo: Jane Doe/Reuters', 'Reuters'],
  ['AP Photo', 'AP'],
  ['(AP)', 'AP'],
  ['Sean Gallup / Getty Images', 'Getty Images'],
  ['dpa', 'dpa'],
  ['Фото: ТАСС', 'TASS'],
  ['新華社', 'Xinhua'],
  ['MAP of the port', null],
  ['ap', null],
  ['Papa Doe', null],
  ['Own work.', null],
])('the credit “%s” names %s', (credit, agency) => {
  expect(agencyIn(credit)).toBe(agency);
});
