import type { RemoteContent } from '../publishing/target.ts';
import type { Dialect } from '../rendering/dialect.ts';
import { fillMedia, withoutNoncharacters } from '../rendering/media-slots.ts';
import { type Rendered, render } from '../rendering/render.ts';
import type { Result } from '../trouble.ts';
import type { Job } from './record.ts';

/** Notes are for the preview; what is sent does not depend on them. */
const unasked = { capabilities: null, taxonomy: null, hasPicture: () => true };

/** The frozen post in a blog's dialect: the very string that the preview shows. */
export const renderJob = (job: Pick<Job, 'snapshot' | 'blogId'>, dialect: Dialect): Result<Rendered> =>
  render(job.snapshot, dialect, { ...unasked, blog: job.blogId });

/** The request of a job: the rendered string with upload results filled in. Every picture must be uploaded. */
export const contentOf = (job: Job, dialect: Dialect): Result<RemoteContent> => {
  const rendered = renderJob(job, dialect);
  if (!rendered.ok) return rendered;
  const { title, html, excerpt, language } = rendered.value;
  const clean = (names: readonly string[]): readonly string[] =>
    names.map((name) => withoutNoncharacters(name).trim()).filter((name) => name !== '');
  const { tags, categories } = job.snapshot.fields;
  const { featured } = job;
  return {
    ok: true,
    value: {
      title,
      html: fillMedia(html, (sha256) => job.media[sha256]),
      excerpt,
      tags: clean(tags),
      categories: clean(categories),
      language,
      ...(featured === undefined ? {} : { featuredMedia: featured && (job.media[featured]?.id ?? null) }),
    },
  };
};
