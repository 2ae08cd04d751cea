import { useTranslation } from 'react-i18next';
import type { Blog, BlogId, Publication } from '../../../core/publishing/blog.ts';
import styles from './publish-sheet.module.css';

type Props = {
  readonly blogs: readonly Blog[];
  readonly publications: readonly Publication[];
  readonly chosen: ReadonlySet<BlogId>;
  readonly onChange: (chosen: ReadonlySet<BlogId>) => void;
};

/** The host of a blog's address; null for a blog on this computer. */
const hostOf = ({ site }: Blog): string | null =>
  site.signIn.every((way) => way === 'none') || !URL.canParse(site.address) ? null : new URL(site.address).host;

/** Which blogs the post goes to, each with what it runs on, who one is there, and what it has of the post already. */
export const BlogChoice = ({ blogs, publications, chosen, onChange }: Props) => {
  const { t } = useTranslation();
  const about = (blog: Blog): string => {
    const known = publications.find((publication) => publication.blogId === blog.id);
    const host = hostOf(blog);
    const role = blog.account?.role;
    return [
      ...(host === null ? [t('publish.onThisComputer')] : [host, blog.site.platform]),
      ...(blog.signedIn ? (host === null || !role ? [] : [role]) : [t('publish.signedOut')]),
      ...(known === undefined ? [] : [t(`publish.last.${known.status}`)]),
    ].join(' · ');
  };
  const toggle = (id: BlogId): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <fieldset className={styles.blogs} aria-label={t('publish.blogs')}>
      {blogs.map((blog) => (
        <label key={blog.id} className={blog.signedIn ? '' : styles.signedOut}>
          <input
            type="checkbox"
            checked={chosen.has(blog.id)}
            disabled={!blog.signedIn}
            onChange={() => toggle(blog.id)}
          />
          <span>
            <b>{blog.site.name}</b>
            <em>{about(blog)}</em>
          </span>
        </label>
      ))}
    </fieldset>
  );
};
