import { schemaVersion } from '../../document/migrations/migrations.ts';
import { emptyFields, postIdSchema } from '../../document/post.ts';
import { blogIdSchema } from '../../publishing/blog.ts';
import { type Intent, jobIdSchema } from '../job.ts';
import { type Freight, type Job, newJob } from '../record.ts';

export const samplePostId = postIdSchema.parse('3f1d2c4b-5a69-4788-9a0b-1c2d3e4f5a6b');
export const sampleBlogId = blogIdSchema.parse('6f9619ff-8b86-4d01-b42d-00cf4fc964ff');
export const sampleMarker = 'draft-9b2e4c1a-7d3f-4e5b-8a6c-0f1e2d3c4b5a';

/** A post with one line of text and as many pictures as wanted. */
export const sampleFreight = (intent: Partial<Intent> = {}, pictures = 2, headline = 'Harbour closed'): Freight => ({
  snapshot: {
    postId: samplePostId,
    revision: 3,
    document: {
      schemaVersion,
      doc: {
        type: 'doc',
        content: [
          { type: 'headline', content: [{ type: 'text', text: headline }] },
          {
            type: 'section',
            attrs: { kind: 'free', label: '' },
            content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The ferries stopped.' }] }],
          },
        ],
      },
    },
    fields: emptyFields,
    sources: [],
  },
  headline,
  pictures: Array.from({ length: pictures }, (_, index) => ({
    sha256: String(index + 1)
      .repeat(64)
      .slice(0, 64),
    alt: '',
    caption: '',
  })),
  featured: null,
  intent: { status: 'published', date: null, asNewDraft: false, ...intent },
});

/** A job that was just submitted at the time 0. */
export const sampleJob = (freight: Freight = sampleFreight()): Job =>
  newJob(freight, {
    id: jobIdSchema.parse('0d1e2f3a-4b5c-4d6e-8f70-8192a3b4c5d6'),
    blogId: sampleBlogId,
    blogName: 'Loopback Blog',
    marker: sampleMarker,
    createdAt: 0,
  });
