import { useTranslation } from 'react-i18next';
import { menus } from '../../../core/commands/command.ts';
import { commands } from '../../../core/commands/table.ts';
import { useKeymap } from '../../bridge/keymap.ts';
import { Button } from '../../ui/button.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { allKeysOf, shownKeys } from '../../ui/shortcut.ts';
import { ChangeShortcuts } from './change-shortcuts.tsx';
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

type SheetProps = {
  readonly onClose: () => void;
  /** True when it is opened to change keys. */
  readonly change: boolean;
  readonly onChange: (change: boolean) => void;
};

/** Every command that has a key, by menu; and the way to give commands other keys. */
export const ShortcutsSheet = ({ onClose, change, onChange }: SheetProps) => {
  const { t } = useTranslation();
  const keymap = useKeymap();
  if (change) return <ChangeShortcuts onClose={onClose} />;
  return (
    <Sheet
      title={t('shortcuts.title')}
      width="wide"
      readable
      onClose={onClose}
      actions={
        <>
          <Button kind="plain" onClick={() => onChange(true)}>
            {t('shortcuts.change')}
          </Button>
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
            .map((command) => ({ label: command.label, keys: allKeysOf(command.id, keymap) }))
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
