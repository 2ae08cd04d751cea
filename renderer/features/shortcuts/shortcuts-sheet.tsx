import { useTranslation } from 'react-i18next';
import { menus } from '../../../core/commands/command.ts';
import { commands } from '../../../core/commands/table.ts';
import { Button } from '../../ui/button.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { allKeysOf, shownKeys } from '../../ui/shortcut.ts';
import styles from './shortcuts-sheet.module.css';

const Line = ({
  label,
  keys,
  or,
}: {
  readonly label: string;
  readonly keys: readonly string[];
  readonly or: string;
}) => (
  <div className={styles.line}>
    <dt>{label.replace(/…$/, '')}</dt>
    <dd>
      {keys.map((key, at) => (
        <span key={key}>
          {at > 0 ? ` ${or} ` : ''}
          <kbd>{key}</kbd>
        </span>
      ))}
    </dd>
  </div>
);

/** Every command that has a key, by menu. */
export const ShortcutsSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Sheet
      title={t('shortcuts.title')}
      width="wide"
      readable
      onClose={onClose}
      actions={
        <>
          <ActionsGap />
          <Button kind="primary" onClick={onClose}>
            {t('ui.done')}
          </Button>
        </>
      }
    >
      <div className={styles.groups}>
        {menus.map((menu) => {
          const lines = commands
            .filter((command) => command.menu === menu)
            .map((command) => ({ label: command.label, keys: allKeysOf(command.id) }))
            .filter(({ keys }) => keys.length > 0);
          return lines.length === 0 ? null : (
            <section key={menu} aria-label={t(`shortcuts.menu.${menu}`)}>
              <h3>{t(`shortcuts.menu.${menu}`)}</h3>
              <dl>
                {lines.map((line) => (
                  <Line key={line.label} {...line} or={t('shortcuts.or')} />
                ))}
                {menu === 'post' ? (
                  <Line label={t('shortcuts.confirm')} keys={[shownKeys('Ctrl+Enter')]} or={t('shortcuts.or')} />
                ) : null}
              </dl>
            </section>
          );
        })}
      </div>
    </Sheet>
  );
};
