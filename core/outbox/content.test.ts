import { expect, test } from 'vitest';
import { dialects } from '../rendering/dialects/index.ts';
import { contentOf } from './content.ts';
import { sampleFreight, sampleJob } from './testing/samples.ts';

test('terms hold nothing that HTML and XML forbid: a pasted control character would break a feed', () => {
  const freight = sampleFreight({}, 0);
  const fields = { ...freight.snapshot.fields, tags: ['ferries\u{b}', '\u{1}'], categories: ['\u{fdd0}ports'] };
  const job = sampleJob({ ...freight, snapshot: { ...freight.snapshot, fields } });
  expect(contentOf(job, dialects.wordpress)).toMatchObject({
    ok: true,
    value: { tags: ['ferries'], categories: ['ports'] },
  });
});
