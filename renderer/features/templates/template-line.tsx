import { Ellipsis } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateSummary } from '../../../core/templates/template-list.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import styles from './templates.module.css';

type Words = Pick<TemplateSummary, 'name' | 'description'>;

type Props = {
  readonly template: TemplateSummary;
  /** Whether Ctrl+N begins with it. */
  readonly isDefault: boolean;
  readonly onUse: () => void;
  readonly onRename: (words: Words) => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
};

type RenameProps = {
  readonly template: TemplateSummary;
  readonly onRename: (words: Words) => void;
  readonly onClose: () => void;
};

const Rename = ({ template, onRename, onClose }: RenameProps) => {
  const { t } = useTranslation();
  const [name, setName] = useState(template.name);
  const [description, setDescription] = useState(template.description);
  const rename = (): void => {
    if (name.trim() === '') return;
    onClose();
    onRename({ name: name.trim(), description: description.trim() });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    rename();
  };
  return (
    <Sheet
      title={t('templates.renameTitle')}
      onClose={onClose}
      actions={
        <>
          <ActionsGap />
          <Button kind="plain" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" onClick={rename}>
            {t('templates.renameAction')}
          </Button>
        </>
      }
    >
      <form className={styles.form} onSubmit={onSubmit}>
        <TextField
          label={t('templates.name')}
          value={name}
          maxLength={100}
          error={name.trim() === '' ? t('templates.nameMissing') : null}
          onChange={setName}
        />
        <TextField label={t('templates.description')} value={description} maxLength={300} onChange={setDescription} />
        {/* Enter in a form of several fields presses its button. */}
        <button type="submit" hidden />
      </form>
    </Sheet>
  );
};

/** One template in the manager, with everything that can be done to it. */
export const TemplateLine = ({ template, isDefault, onUse, onRename, onDuplicate, onDelete }: Props) => {
  const { t } = useTranslation();
  const [renaming, setRenaming] = useState(false);
  const { name, description } = template;
  return (
    <li className={styles.line}>
      <div className={styles.about}>
        <b>{name}</b>
        {isDefault ? <em>{t('templates.isDefault')}</em> : null}
        <span>{description}</span>
      </div>
      <Menu
        trigger={<Button kind="plain" icon={Ellipsis} aria-label={t('templates.actions', { name })} />}
        entries={() => [
          { label: t('templates.use'), ticked: isDefault, onSelect: onUse },
          { label: t('templates.rename'), separator: true, onSelect: () => setRenaming(true) },
          { label: t('templates.duplicate'), onSelect: onDuplicate },
          { label: t('templates.delete'), separator: true, onSelect: onDelete },
        ]}
      />
      {renaming ? <Rename template={template} onRename={onRename} onClose={() => setRenaming(false)} /> : null}
    </li>
  );
};
