import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenTemplate, type TemplateSummary } from '../../../core/templates/template-list.ts';
import type { Result, Trouble } from '../../../core/trouble.ts';
import { bridge } from '../../bridge/client.ts';
import { blogsQuery, changeSettings, templatesQuery, useSettings } from '../../bridge/queries.ts';
import { troubleOf } from '../../bridge/trouble-error.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Empty, Skeleton } from '../../ui/empty.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import { TemplateLine } from './template-line.tsx';
import styles from './templates.module.css';

/** The choice that stands for "as for all posts". */
const asForAll = '';

const ForBlogs = ({ items }: { readonly items: readonly TemplateSummary[] }) => {
  const { t } = useTranslation();
  const { blogTemplates } = useSettings();
  const { data: blogs = [] } = useQuery(blogsQuery);
  if (blogs.length === 0) return null;
  const choose = (blog: string, template: string): void => {
    const { [blog]: _, ...others } = blogTemplates;
    void changeSettings({ blogTemplates: template === asForAll ? others : { ...others, [blog]: template } });
  };
  return (
    <section className={styles.blogs} aria-label={t('templates.blogs')}>
      <h3>{t('templates.blogs')}</h3>
      {blogs.map(({ id, site }) => {
        const chosen = blogTemplates[id];
        return (
          <Choice
            key={id}
            label={site.name}
            selected={chosen !== undefined && items.some((item) => item.id === chosen) ? chosen : asForAll}
            onSelect={(template) => choose(id, template)}
            options={[
              { id: asForAll, label: t('templates.asForAll') },
              ...items.map((item) => ({ id: item.id, label: item.name })),
            ]}
          />
        );
      })}
    </section>
  );
};

/** Everything about templates: which there are, which one new posts begin with, and the way back to the built-in ones. */
export const TemplatesSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const settings = useSettings();
  const { data, error } = useQuery(templatesQuery);
  const [deleted, setDeleted] = useState<TemplateSummary | null>(null);
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const items = data?.items ?? [];
  const standing = chosenTemplate(items, settings);
  const { templates } = bridge();

  const run = async (answer: Promise<Result<unknown>>, text: string): Promise<boolean> => {
    const result = await answer;
    setTrouble(result.ok ? null : result.error);
    setSaid(result.ok ? text : '');
    return result.ok;
  };
  const remove = async (template: TemplateSummary): Promise<void> => {
    if (await run(templates.remove({ id: template.id }), '')) setDeleted(template);
  };
  const undelete = async ({ id, name }: TemplateSummary): Promise<void> => {
    if (await run(templates.undelete({ id }), t('templates.undeleted', { name }))) setDeleted(null);
  };
  const restore = async (): Promise<void> => {
    if (await run(templates.restoreShipped(), t('templates.restored'))) setDeleted(null);
  };
  return (
    <Sheet
      title={t('templates.title')}
      subtitle={t('templates.hint')}
      onClose={onClose}
      actions={
        <>
          <Button kind="plain" disabled={data?.restorable !== true} onClick={() => void restore()}>
            {t('templates.restore')}
          </Button>
          <ActionsGap />
          <Button kind="primary" onClick={onClose}>
            {t('ui.done')}
          </Button>
        </>
      }
    >
      {error === null ? null : <TroubleNotice trouble={troubleOf(error)} />}
      {trouble === null ? null : <TroubleNotice trouble={trouble} />}
      {data === undefined && error === null ? <Skeleton rows={5} /> : null}
      {deleted === null ? null : (
        <p className={styles.deleted} role="status">
          {t('templates.deleted', { name: deleted.name })}
          <Button kind="link" autoFocus onClick={() => void undelete(deleted)}>
            {t('ui.undo')}
          </Button>
        </p>
      )}
      {data !== undefined && items.length === 0 ? (
        <Empty text={t('templates.empty')}>
          <Button onClick={() => void restore()}>{t('templates.restore')}</Button>
        </Empty>
      ) : null}
      <ul className={styles.lines} aria-label={t('templates.list')}>
        {items.map((template) => (
          <TemplateLine
            key={template.id}
            template={template}
            isDefault={template.id === standing}
            onUse={() => void changeSettings({ defaultTemplate: template.id })}
            onRename={(words) =>
              void run(templates.rename({ id: template.id, ...words }), t('templates.renamed', { name: words.name }))
            }
            onDuplicate={() =>
              void run(templates.duplicate({ id: template.id }), t('templates.duplicated', { name: template.name }))
            }
            onDelete={() => void remove(template)}
          />
        ))}
      </ul>
      {data === undefined ? null : <ForBlogs items={items} />}
      <div className="visually-hidden" role="status">
        {said}
      </div>
    </Sheet>
  );
};
