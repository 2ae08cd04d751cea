import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { JobState, JobView } from '../../../core/outbox/job.ts';
import { jobsQuery } from '../../bridge/queries.ts';
import { troubleOf } from '../../bridge/trouble-error.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Skeleton } from '../../ui/empty.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import { JobCard } from './job-card.tsx';

/** What needs the writer first, what is over last. */
const order: readonly JobState[] = ['asking', 'failed', 'running', 'waiting', 'done', 'cancelled'];

const sorted = (jobs: readonly JobView[]): readonly JobView[] =>
  jobs.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.createdAt - a.createdAt);

/** Everything on its way to a blog. */
export const OutboxSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { data: jobs, error } = useQuery(jobsQuery);
  return (
    <Sheet
      title={t('outbox.title')}
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
      {error !== null ? (
        <TroubleNotice trouble={troubleOf(error)} />
      ) : jobs === undefined ? (
        <Skeleton rows={3} />
      ) : jobs.length === 0 ? (
        <Empty text={t('outbox.empty')} />
      ) : (
        <section aria-label={t('outbox.list')}>
          {sorted(jobs).map((job) => (
            <JobCard
              key={job.id}
              job={job}
              dismissible
              title={job.headline || t('library.untitled')}
              subtitle={`${t(`jobs.intent.${job.intent.status}`)} · ${job.blogName}`}
            />
          ))}
        </section>
      )}
    </Sheet>
  );
};
