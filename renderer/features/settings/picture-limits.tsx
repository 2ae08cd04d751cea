import { useTranslation } from 'react-i18next';
import { defaultPictureLimits, longestSides, type PictureLimits, qualities } from '../../../core/pictures/limits.ts';
import type { Blog } from '../../../core/publishing/blog.ts';
import { changeSettings, useSettings } from '../../bridge/queries.ts';
import { Choice } from '../../ui/choice.tsx';
import styles from './settings-sheet.module.css';

/** The choice of pictures that are as large as they are. */
const asTheyAre = 'keep';

/** How large pictures are sent to a blog, and how well. It holds for pictures that the blog does not have yet. */
export const PictureLimitsSetting = ({ blog: { id, site } }: { readonly blog: Blog }) => {
  const { t } = useTranslation();
  const { blogPictures } = useSettings();
  const limits = blogPictures[id] ?? defaultPictureLimits;
  const change = (changed: Partial<PictureLimits>): void =>
    void changeSettings({ blogPictures: { ...blogPictures, [id]: { ...limits, ...changed } } });
  return (
    <fieldset className={styles.pictures} aria-label={t('settings.pictures.of', { name: site.name })}>
      <Choice
        label={t('settings.pictures.longestSide')}
        selected={limits.longestSide === null ? asTheyAre : String(limits.longestSide)}
        onSelect={(side) => change({ longestSide: side === asTheyAre ? null : Number(side) })}
        options={longestSides.map((side) =>
          side === null
            ? { id: asTheyAre, label: t('settings.pictures.keep') }
            : { id: String(side), label: t('settings.pixels', { size: side }) },
        )}
      />
      {limits.longestSide === null ? null : (
        <Choice
          label={t('settings.pictures.quality')}
          selected={String(limits.quality)}
          onSelect={(quality) => change({ quality: Number(quality) })}
          options={qualities.map((quality) => ({
            id: String(quality),
            label: t(`settings.pictures.qualities.${quality}`),
          }))}
        />
      )}
      <div className={styles.about}>
        <span>{t(limits.longestSide === null ? 'settings.pictures.kept' : 'settings.pictures.made')}</span>
      </div>
    </fieldset>
  );
};
