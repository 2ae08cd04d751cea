import { useTranslation } from 'react-i18next';
import { answersTo, type JobAnswer, type JobView, jobSteps } from '../../../core/outbox/job.ts';
import type { Result } from '../../../core/trouble.ts';
import { bridge } from '../../bridge/client.ts';
import { upcomingDate } from '../../i18n/dates.ts';
import { troubleText } from '../../i18n/trouble-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showTrouble } from '../../ui/notices.ts';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import styles from './job-card.module.css';

type Props = {
  readonly job: JobView;
  /** Over the state; the outbox shows the headline there, the publish sheet only the blog. */
  readonly title: string;
  readonly subtitle?: string;
  /** Offers to take it off the list when it is over. */
  readonly dismissible?: boolean;
};

/** Asks the main process for something and shows what went wrong. */
const ask = async (call: Promise<Result<unknown>>): Promise<void> => {
  const result = await call;
  if (!result.ok) showTrouble(result.error);
};

const useStateText = (job: JobView): string => {
  const { t } = useTranslation();
  const now = Date.now();
  switch (job.state) {
    case 'running':
      return job.step === 'upload' && job.uploads > 0
        ? t('jobs.step.uploadOf', { done: job.uploaded, all: job.uploads })
        : t(`jobs.step.${job.step}`);
    case 'waiting':
      return job.nextAttemptAt === null || job.nextAttemptAt <= now
        ? t('jobs.waiting')
        : t('jobs.waitingUntil', { time: upcomingDate(job.nextAttemptAt, now) });
    case 'done':
      return t(`jobs.done.${job.intent.status}`, {
        date: job.intent.date === null ? '' : upcomingDate(job.intent.date, now),
      });
    default:
      return t(`jobs.${job.state}`);
  }
};

const Progress = ({ job }: { readonly job: JobView }) => {
  const { t } = useTranslation();
  const step = jobSteps.indexOf(job.step);
  const part = job.step === 'upload' && job.uploads > 0 ? job.uploaded / job.uploads : 0;
  return (
    <div
      className={styles.progress}
      role="progressbar"
      aria-label={t('jobs.progressLabel', { step: step + 1, steps: jobSteps.length })}
      aria-valuemin={0}
      aria-valuemax={jobSteps.length}
      aria-valuenow={step + part}
    >
      {jobSteps.map((name, at) => (
        <span key={name} className={at < step ? styles.past : at === step ? styles.now : ''} />
      ))}
    </div>
  );
};

const Question = ({ job }: { readonly job: JobView }) => {
  const { t } = useTranslation();
  if (job.question === null) return null;
  const answer = (it: JobAnswer): void => void ask(bridge().outbox.answer({ id: job.id, answer: it }));
  return (
    <div className={styles.question}>
      <Notice level="should" title={t(`jobs.question.${job.question}`, { blog: job.blogName })} />
      <div className={styles.actions}>
        {job.question === 'uncertain' ? (
          <Button onClick={() => void ask(bridge().blogs.visit({ id: job.blogId }))}>{t('jobs.visitBlog')}</Button>
        ) : job.question === 'changed-on-blog' ? (
          <Button onClick={() => void ask(bridge().outbox.visit({ postId: job.postId, blogId: job.blogId }))}>
            {t('jobs.lookAtBlog')}
          </Button>
        ) : null}
        {answersTo[job.question].map((it) => (
          <Button key={it} onClick={() => answer(it)}>
            {t(`jobs.answer.${it}`)}
          </Button>
        ))}
      </div>
    </div>
  );
};

const Actions = ({ job, dismissible }: Pick<Props, 'job' | 'dismissible'>) => {
  const { t } = useTranslation();
  const outbox = bridge().outbox;
  const ended = job.state === 'done' || job.state === 'cancelled' || job.state === 'failed';
  const canReplace = job.editedSince && (job.state === 'waiting' || job.state === 'failed' || job.state === 'done');
  const replace = (): Promise<void> =>
    ask(
      outbox.submit({
        postId: job.postId,
        blogs: [job.blogId],
        status: job.intent.status,
        date: job.intent.date,
      }),
    );
  return (
    <div className={styles.actions}>
      {job.state === 'done' && job.link !== null ? (
        <Button onClick={() => void ask(outbox.visit({ postId: job.postId, blogId: job.blogId }))}>
          {t('jobs.open')}
        </Button>
      ) : null}
      {job.state === 'waiting' || job.state === 'failed' ? (
        <Button onClick={() => void ask(outbox.retry({ id: job.id }))}>{t('jobs.retry')}</Button>
      ) : null}
      {canReplace ? <Button onClick={() => void replace()}>{t('jobs.replace')}</Button> : null}
      {job.state === 'waiting' || job.state === 'running' ? (
        <Button onClick={() => void ask(outbox.cancel({ id: job.id }))}>{t('jobs.cancel')}</Button>
      ) : null}
      {ended && dismissible ? (
        <Button kind="link" className={styles.dismiss ?? ''} onClick={() => void ask(outbox.dismiss({ id: job.id }))}>
          {t('jobs.dismiss')}
        </Button>
      ) : null}
    </div>
  );
};

/** One post on its way to one blog: where it is, what it waits for, and what can be done. */
export const JobCard = ({ job, title, subtitle, dismissible = false }: Props) => {
  const { t } = useTranslation();
  const state = useStateText(job);
  return (
    <article className={styles.card} aria-label={title}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <b>{title}</b>
          {subtitle ? <span className={styles.subtitle}>{subtitle}</span> : null}
        </div>
        <span className={`${styles.state} ${styles[job.state]}`} role="status">
          {state}
        </span>
      </header>
      {job.state === 'running' ? <Progress job={job} /> : null}
      {job.state === 'done' && job.link !== null ? <p className={`${styles.link} selectable`}>{job.link}</p> : null}
      {job.state === 'waiting' && job.trouble !== null ? (
        <p className={styles.subtitle}>{troubleText(job.trouble).sentence}</p>
      ) : null}
      {job.state === 'failed' && job.trouble !== null ? <TroubleNotice trouble={job.trouble} /> : null}
      {job.state === 'asking' ? <Question job={job} /> : null}
      {job.dropped.length > 0 ? (
        <Notice level="should" title={t('jobs.dropped', { blog: job.blogName, what: job.dropped.join(', ') })} />
      ) : null}
      {job.state === 'cancelled' && job.remains !== null ? (
        <p className={styles.subtitle}>{t(`jobs.remains.${job.remains}`, { blog: job.blogName })}</p>
      ) : null}
      {job.editedSince && job.state !== 'cancelled' ? <p className={styles.subtitle}>{t('jobs.editedSince')}</p> : null}
      {job.state === 'asking' ? null : <Actions job={job} dismissible={dismissible} />}
    </article>
  );
};
