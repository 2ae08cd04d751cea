import { useTranslation } from 'react-i18next';
import type { PreflightNote } from '../../../core/ipc.ts';
import { i18n } from '../../i18n/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './preflight-notes.module.css';

type Props = { readonly blog: string; readonly notes: readonly PreflightNote[] };

/** What one blog drops or changes. A note without words of its own still says that there is one. */
export const PreflightNotes = ({ blog, notes }: Props) => {
  const { t } = useTranslation();
  return (
    <div className={styles.notes}>
      {notes.map((note) => {
        const key = i18n.exists(`preflight.${note.key}.text`) ? note.key : 'other';
        const params = { ...note.params, blog, key: note.key };
        return (
          <Notice
            key={`${note.key} ${JSON.stringify(note.params)}`}
            level={note.level}
            title={t(`preflight.${key}.title`, params)}
          >
            {t(`preflight.${key}.text`, params)}
          </Notice>
        );
      })}
    </div>
  );
};
