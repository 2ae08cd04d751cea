import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../../core/document/post.ts';
import { parseDocument } from '../../../core/document/schema.ts';
import { mediaOf } from '../../../core/document/text.ts';
import { bridge, pictureAddress } from '../../bridge/client.ts';
import { unwrap } from '../../bridge/trouble-error.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import styles from './post-panel.module.css';

type Props = {
  readonly post: Post;
  readonly editor: EditorApi | null;
  /** SHA-256, or null for the first picture of the post. */
  readonly chosen: string | null;
  readonly onChoose: (sha256: string | null) => void;
};

/** The pictures of the post as it is on disk after a flush, in their order, each once. */
const picturesOf = async (id: Post['id'], editor: EditorApi | null): Promise<readonly string[]> => {
  await editor?.flush();
  const post = await unwrap(bridge().posts.open({ id }));
  const document = parseDocument(post.document);
  return document.ok ? [...new Set(mediaOf(document.value))] : [];
};

/** Which picture of the post stands for it in lists. */
export const FeaturedImage = ({ post, editor, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  const { data: pictures = [] } = useQuery({
    queryKey: ['pictures', post.id, editor !== null],
    queryFn: () => picturesOf(post.id, editor),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <fieldset name="featuredImage" tabIndex={-1} className={styles.featured}>
      <legend>{t('fields.featured')}</legend>
      {pictures.length === 0 ? (
        <span className={styles.hint}>{t('fields.noPictures')}</span>
      ) : (
        <>
          <div className={styles.pictures}>
            {pictures.map((sha256, at) => (
              <button
                key={sha256}
                type="button"
                aria-pressed={chosen === sha256}
                aria-label={t('fields.picture', { number: at + 1 })}
                onClick={() => onChoose(chosen === sha256 ? null : sha256)}
              >
                <img src={pictureAddress(sha256)} alt="" loading="lazy" />
              </button>
            ))}
          </div>
          <span className={styles.hint}>{t('fields.featuredHint')}</span>
        </>
      )}
    </fieldset>
  );
};
