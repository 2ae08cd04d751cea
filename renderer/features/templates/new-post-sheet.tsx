import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenTemplate } from '../../../core/templates/template-list.ts';
import { blogsQuery, templatesQuery, useSettings } from '../../bridge/queries.ts';
import { troubleOf } from '../../bridge/trouble-error.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import styles from './templates.module.css';

type Props = {
  readonly onClose: () => void;
  /** Makes the post; for a blog, that one is ticked when it is published. */
  readonly onCreate: (template: string, blog: string | null) => void;
  readonly onManage: () => void;
};

/** The choice that stands for no blog in particular. */
const anyBlog = '';

/** A new post from a template, for a blog or for none in particular. Arrow keys choose, Enter makes it. */
export const NewPostSheet = ({ onClose, onCreate, onManage }: Props) => {
  const { t } = useTranslation();
  const settings = useSettings();
  const { data: blogs = [] } = useQuery(blogsQuery);
  const { data, error } = useQuery(templatesQuery);
  const [blog, setBlog] = useState<string>(anyBlog);
  const [picked, setPicked] = useState<string | null>(null);
  const items = data?.items ?? [];
  const forBlog = blog === anyBlog ? null : blog;
  const template = picked ?? chosenTemplate(items, settings, forBlog);

  const create = (): void => onCreate(template, forBlog);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    create();
  };
  // The list is read in milliseconds; a sheet that opens with it has the focus on the choice, so that Enter is enough.
  if (data === undefined && error === null) return null;
  return (
    <Sheet
      title={t('templates.newTitle')}
      subtitle={t('templates.newHint')}
      onClose={onClose}
      actions={
        <>
          <Button kind="plain" onClick={onManage}>
            {t('templates.manage')}
          </Button>
          <ActionsGap />
          <Button kind="plain" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" disabled={items.length === 0} onClick={create}>
            {t('templates.create')}
          </Button>
        </>
      }
    >
      {error === null ? null : <TroubleNotice trouble={troubleOf(error)} />}
      {data === undefined ? null : (
        <RadioGroup
          className={styles.choices}
          aria-label={t('templates.list')}
          value={template}
          onValueChange={(id) => setPicked(id as string)}
          onKeyDown={onKeyDown}
        >
          {items.map(({ id, name, description }) => (
            <Radio.Root
              key={id}
              value={id}
              className={styles.template}
              render={<button type="button" onDoubleClick={create} />}
              nativeButton
              aria-labelledby={`template-name-${id}`}
              aria-describedby={`template-about-${id}`}
            >
              <b id={`template-name-${id}`}>{name}</b>
              <span id={`template-about-${id}`}>{description}</span>
            </Radio.Root>
          ))}
        </RadioGroup>
      )}
      {blogs.length === 0 ? null : (
        <div className={styles.forBlog}>
          <Choice
            label={t('templates.forBlog')}
            selected={blog}
            onSelect={(id) => {
              setBlog(id);
              setPicked(null);
            }}
            options={[
              { id: anyBlog, label: t('templates.anyBlog') },
              ...blogs.map(({ id, site }) => ({ id: id as string, label: site.name })),
            ]}
          />
        </div>
      )}
    </Sheet>
  );
};
