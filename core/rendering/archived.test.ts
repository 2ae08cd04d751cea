import { describe, expect, it } from 'vitest';
import { type DocumentJson, emptyFields } from '../document/post.ts';
import { newSource, type Source } from '../sources/source.ts';
import { dialectNames, rendered } from './testing/render-fixture.ts';

const id = 'c1a4b9d2-5a64-4f7a-9d53-0c9d6c5a7b11';
const copy = 'https://web.archive.org/web/20260514044612/https://courier.example/a';
const source = newSource({ id, url: 'https://courier.example/a', publisher: 'Courier' });
const archived = { ...source, archive: { url: copy, takenAt: Date.UTC(2026, 4, 14, 4, 46, 12) } };

const cited = (words: string): DocumentJson => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words, marks: [{ type: 'citation', attrs: { source: id } }] }],
});

const quoted: DocumentJson = {
  type: 'quotation',
  attrs: { source: id },
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Nobody asked us.' }] }, { type: 'attribution' }],
};

const postOf = (...content: DocumentJson[]): DocumentJson => ({
  type: 'doc',
  content: [{ type: 'headline' }, { type: 'section', attrs: { kind: 'summary', label: '' }, content }],
});

describe.each(dialectNames)('in the markup of %s', (dialect) => {
  const html = (document: DocumentJson, sources: readonly Source[] = [archived], language = ''): string =>
    rendered(document, dialect, { sources, fields: { ...emptyFields, language } }).html;
  const link = `<a href="${copy}">archived</a>`;

  it('the archived copy follows what refers to its source first, and nothing else', () => {
    const first = html(postOf(cited('Courier'), quoted, cited('again')));
    expect(first.split(copy)).toHaveLength(2);
    expect(first).toContain(`Courier</a> (${link})`);
    const quotation = html(postOf(quoted, cited('Courier')));
    expect(quotation.split(copy)).toHaveLength(2);
    expect(quotation).toMatch(new RegExp(`Courier</a>(?:</cite>)? \\(${link.replace(/[.?]/g, '\\$&')}\\)`));
  });

  it('a source without a copy is as it was', () => {
    expect(html(postOf(cited('Courier'), quoted), [source])).not.toContain('archive');
  });

  it('the word is of the post’s language', () => {
    expect(html(postOf(cited('Courier')), [archived], 'de-AT')).toContain(`<a href="${copy}">archiviert</a>`);
  });
});
