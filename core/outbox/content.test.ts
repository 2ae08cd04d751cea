import { expect, test } from 'vitest';
import { dialects } from '../rendering/dialects/index.ts';
import { contentOf } from './content.ts';
import { sampleFreight, sampleJob } from './testing/samples.ts';

test('a featured picture is named, none is named too, and one that is the blog’s affair is not', () => {
  const [sha256 = ''] = sampleFreight({}, 1).pictures.map((picture) => picture.sha256);
  const featured = (chosen: string | null | undefined) => {
    const job = sampleJob({ ...sampleFreight({}, 1), featured: chosen });
    const upload = { id: '17', url: 'https://blog.example/a.jpg', width: 3, height: 2 };
    const content = contentOf({ ...job, media: { [sha256]: upload } }, dialects.wordpress);
    return content.ok && 'featuredMedia' in content.value ? content.value.featuredMedia : 'left out';
  };
  expect([featured(sha256), featured(null), featured(undefined)]).toEqual(['17', null, 'left out']);
});

test('terms hold nothing that HTML and XML forbid: a pasted control character would break a feed', () => {
  const freight = sampleFreight({}, 0);
  const fields = { ...freight.snapshot.fields, tags: ['ferries\u{b}', '\u{1}'], categories: ['\u{fdd0}ports'] };
  const job = sampleJob({ ...freight, snapshot: { ...freight.snapshot, fields } });
  expect(contentOf(job, dialects.wordpress)).toMatchObject({
    ok: true,
    value: { tags: ['ferries'], categories: ['ports'] },
  });
});
