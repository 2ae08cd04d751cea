import { ImageUp } from 'lucide-react';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddedPicture } from '../../../core/document/media.ts';
import type { Post } from '../../../core/document/post.ts';
import { labelOf } from '../../../core/sources/label.ts';
import type { Source } from '../../../core/sources/source.ts';
import type { Result } from '../../../core/trouble.ts';
import { bridge, pictureAddress } from '../../bridge/client.ts';
import { savePending } from '../../bridge/pending-saves.ts';
import type { EditorApi } from '../../editor/editor-api.ts';
import { featurePicture } from '../../editor/feature-picture.ts';
import { checkPicture, tellPlacesRemoved } from '../../editor/pictures.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showTrouble } from '../../ui/notices.ts';
import { FeaturedWords } from './featured-words.tsx';
import { picturesOf } from './pictures-of.ts';
import styles from './post-panel.module.css';

/** Copies the lead picture of a source's page into the library; null when it was cancelled. */
export type FetchLeadPicture = (source: Source, signal: AbortSignal) => Promise<Result<AddedPicture> | null>;

type Props = {
  readonly post: Post;
  readonly editor: EditorApi | null;
  readonly fetchLeadPicture: FetchLeadPicture;
  /** What is typed for a picture that is not in the text. */
  readonly alt: string;
  readonly credit: string;
  readonly onWords: (words: { readonly featuredAlt?: string; readonly featuredCredit?: string }) => void;
};

const noState = (): (() => void) => () => undefined;

/** Which picture stands for the post in lists: one of its text, the lead picture of a source, or a file of its own. */
export const FeaturedImage = ({ post, editor, fetchLeadPicture, alt, credit, onWords }: Props) => {
  const { t } = useTranslation();
  const [fetching, setFetching] = useState<AbortController | null>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const document = useSyncExternalStore(editor?.subscribe ?? noState, () => editor?.state().document ?? null);
  const pictures = useMemo(() => (document ? picturesOf(document) : []), [document]);
  const chosen = post.fields.featuredImage;
  const shown = chosen ?? pictures[0]?.sha256 ?? null;
  const ofText = pictures.find(({ sha256 }) => sha256 === shown);
  // Words that were typed for the one before are on disk first, and are not taken for this one's.
  const feature = (sha256: string | null): void => void savePending().then(() => featurePicture(post, sha256));

  const take = async (picked: Result<AddedPicture>): Promise<void> => {
    const context = { media: bridge().media, pictureAddress, onTrouble: showTrouble };
    const picture = picked.ok ? await checkPicture(picked.value, context) : picked;
    if (!picture.ok) {
      showTrouble(picture.error);
      return;
    }
    feature(picture.value.sha256);
    if (picture.value.placeRemoved) tellPlacesRemoved(1);
  };
  const fromFile = async (): Promise<void> => {
    const files = await bridge().media.choose();
    const [first] = files.ok ? files.value : [files];
    if (first !== undefined) await take(first);
  };
  const fromSource = async (source: Source): Promise<void> => {
    const controller = new AbortController();
    setFetching(controller);
    announce(t('underWay.picture'));
    const fetched = await fetchLeadPicture(source, controller.signal).finally(() => setFetching(null));
    if (fetched !== null) await take(fetched);
    choose.current?.focus();
  };
  const withPicture = post.sources.filter(({ picture }) => picture !== null && picture.url !== '');

  return (
    <fieldset name="featuredImage" tabIndex={-1} className={styles.featured}>
      <legend>{t('fields.featured')}</legend>
      {shown === null ? <span className={styles.hint}>{t('fields.noPictures')}</span> : null}
      {shown === null ? null : (
        <figure className={styles.shown}>
          <img
            src={pictureAddress(shown)}
            alt={(ofText ? ofText.alt : alt) || t('fields.featuredUnnamed')}
            draggable={false}
          />
          <figcaption>
            {chosen === null ? <span>{t('fields.featuredFirst')}</span> : null}
            {ofText ? (
              <>
                <span>{ofText.credit ? t('fields.creditIs', { credit: ofText.credit }) : t('fields.noCredit')}</span>
                <span>{ofText.alt ? t('fields.altIs', { alt: ofText.alt }) : t('fields.noAlt')}</span>
              </>
            ) : null}
          </figcaption>
        </figure>
      )}
      {chosen === null || ofText ? null : <FeaturedWords sha256={chosen} alt={alt} credit={credit} onWords={onWords} />}
      {pictures.length === 0 || (pictures.length === 1 && chosen === null) ? null : (
        <div className={styles.pictures}>
          {pictures.map(({ sha256, alt: described }, at) => (
            <button
              key={sha256}
              type="button"
              aria-pressed={chosen === sha256}
              aria-label={t('fields.picture', { number: at + 1 })}
              title={described}
              onClick={() => feature(chosen === sha256 ? null : sha256)}
            >
              <img src={pictureAddress(sha256)} alt="" loading="lazy" />
            </button>
          ))}
        </div>
      )}
      {fetching ? (
        <div className={styles.featuredActions} role="status">
          {t('underWay.picture')}
          <Button onClick={() => fetching.abort()}>{t('ui.cancel')}</Button>
        </div>
      ) : (
        <div className={styles.featuredActions}>
          {withPicture.length === 0 ? (
            <Button ref={choose} icon={ImageUp} onClick={() => void fromFile()}>
              {t('fields.featuredFile')}
            </Button>
          ) : (
            <Menu
              trigger={
                <Button ref={choose} icon={ImageUp}>
                  {t('fields.featuredChoose')}
                </Button>
              }
              entries={() => [
                { label: t('fields.featuredFile'), onSelect: () => void fromFile() },
                ...withPicture.map((source) => ({
                  label: t('fields.featuredOf', { name: source.title || labelOf(source) || source.url }),
                  onSelect: () => void fromSource(source),
                })),
              ]}
            />
          )}
          {chosen === null ? null : (
            <Button
              kind="plain"
              onClick={() => {
                feature(null);
                choose.current?.focus();
              }}
            >
              {t('fields.featuredRemove')}
            </Button>
          )}
        </div>
      )}
      <span className={styles.hint}>{t('fields.featuredHint')}</span>
    </fieldset>
  );
};
