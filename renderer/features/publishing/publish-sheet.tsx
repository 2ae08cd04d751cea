import { useQueries, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostId } from '../../../core/document/post.ts';
import type { JobId } from '../../../core/outbox/job.ts';
import type { Blog, BlogId } from '../../../core/publishing/blog.ts';
import type { ReleaseStatus } from '../../../core/publishing/target.ts';
import type { Result, Trouble } from '../../../core/trouble.ts';
import { bridge } from '../../bridge/client.ts';
import {
  blogsQuery,
  changeSettings,
  jobsQuery,
  previewQuery,
  publicationsQuery,
  queryClient,
  useSettings,
} from '../../bridge/queries.ts';
import { troubleOf } from '../../bridge/trouble-error.ts';
import { timeIn, zoneName } from '../../i18n/dates.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/empty.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segments } from '../../ui/segments.tsx';
import { ActionsGap, Sheet, SheetRow } from '../../ui/sheet.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import { BlogChoice } from './blog-choice.tsx';
import { JobCard } from './job-card.tsx';
import { PreflightNotes } from './preflight-notes.tsx';
import styles from './publish-sheet.module.css';
import { Schedule, zoneOf } from './schedule.tsx';
import { momentOf, wallClock } from './zoned-time.ts';

type Props = {
  /** Which way is chosen when it opens, and when the other command asks for it again. */
  readonly startAs: 'published' | 'draft';
  readonly postId: PostId;
  readonly headline: string;
  /** What checks found that must not go out, and the writer gave no reason for; a draft may have it. */
  readonly openMusts: number;
  /** The checks of the post, for these blogs. */
  readonly checks: (blogs: readonly Blog[]) => ReactNode;
  /** Puts everything that was written on disk. */
  readonly flush: () => Promise<Result<void>>;
  readonly onClose: () => void;
  readonly onPreview: () => void;
  readonly onConnect: () => void;
};

const tomorrowAtEight = (zone: string): string => `${wallClock(Date.now() + 86_400_000, zone).slice(0, 10)}T08:00`;

/** Puts the post on disk when the sheet opens, so that the preview behind the notes is of the newest text. */
const useFlushed = (flush: Props['flush']): Result<void> | null => {
  const [flushed, setFlushed] = useState<Result<void> | null>(null);
  useEffect(() => {
    let wanted = true;
    void flush().then((result) => wanted && setFlushed(result));
    return () => {
      wanted = false;
    };
  }, [flush]);
  return flushed;
};

const OnTheWay = ({ postId, blogs }: { readonly postId: PostId; readonly blogs: readonly Blog[] }) => {
  const { t } = useTranslation();
  const previews = useQueries({ queries: blogs.map((blog) => previewQuery(postId, blog.id)) });
  if (blogs.length === 0) return null;
  const clean = previews.every((preview) => preview.data?.notes.length === 0);
  const notes = previews.reduce((sum, preview) => sum + (preview.data?.notes.length ?? 0), 0);
  const known = previews.every((preview) => preview.data !== undefined);
  return (
    <SheetRow label={t('publish.checks')}>
      <div className={styles.checks}>
        {previews.map((preview, at) =>
          preview.error !== null ? (
            <TroubleNotice key={blogs[at]?.id} trouble={troubleOf(preview.error)} />
          ) : (
            <PreflightNotes key={blogs[at]?.id} blog={blogs[at]?.site.name ?? ''} notes={preview.data?.notes ?? []} />
          ),
        )}
        {clean ? <Notice level="good">{t('publish.clean')}</Notice> : null}
        <p className="visually-hidden" role="status">
          {known ? t(clean ? 'publish.clean' : 'publish.notes', { count: notes }) : ''}
        </p>
        {navigator.onLine ? null : <Notice level="info">{t('publish.offlineHint')}</Notice>}
      </div>
    </SheetRow>
  );
};

/** Which blogs, how, what changes on the way; then the progress, then the link. */
export const PublishSheet = (props: Props) => {
  const { startAs, postId, headline, openMusts, checks, flush, onClose, onPreview, onConnect } = props;
  const { t } = useTranslation();
  const { publishTo } = useSettings();
  const { data: blogs } = useQuery(blogsQuery);
  const { data: publications = [] } = useQuery(publicationsQuery(postId));
  const { data: jobs = [] } = useQuery(jobsQuery);
  const flushed = useFlushed(flush);
  const [picked, setPicked] = useState<ReadonlySet<BlogId> | null>(null);
  const [status, setStatus] = useState<ReleaseStatus>(startAs);
  const [wall, setWall] = useState<string | null>(null);
  const [submitted, setSubmitted] = useState<readonly JobId[] | null>(null);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Trouble | null>(null);
  useEffect(() => setStatus(startAs), [startAs]);

  const signedIn = (blogs ?? []).filter((blog) => blog.signedIn);
  const before = signedIn.filter((blog) => publishTo.includes(blog.id));
  const chosen = picked ?? new Set((before.length > 0 ? before : signedIn.slice(0, 1)).map((blog) => blog.id));
  const targets = signedIn.filter((blog) => chosen.has(blog.id));
  const zone = zoneOf(targets[0]);
  const when = wall ?? tomorrowAtEight(zone);
  const date = status === 'scheduled' ? momentOf(when, zone) : null;
  const cannotSchedule = targets.find((blog) => blog.capabilities?.schedule === false);
  const isBlocked = status !== 'draft' && openMusts > 0;
  const ready =
    !sending &&
    !isBlocked &&
    targets.length > 0 &&
    flushed?.ok === true &&
    (status !== 'scheduled' || (date !== null && date > Date.now() && cannotSchedule === undefined));

  const submit = async (): Promise<void> => {
    if (!ready || submitted !== null) return;
    setSending(true);
    setRefusal(null);
    const again = await flush();
    const result = again.ok
      ? await bridge().outbox.submit({ postId, blogs: targets.map((blog) => blog.id), status, date })
      : again;
    setSending(false);
    if (!result.ok) {
      setRefusal(result.error);
      return;
    }
    setSubmitted(result.value.map((job) => job.id));
    await queryClient.invalidateQueries({ queryKey: jobsQuery.queryKey });
    await changeSettings({ publishTo: targets.map((blog) => blog.id) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (submitted === null && isBlocked) announce(t('publish.blocked', { count: openMusts }));
    if (submitted === null) void submit();
    else onClose();
  };

  const updates = targets.length === 1 && publications.some((it) => it.blogId === targets[0]?.id);
  const verb = { draft: 'draftOn', scheduled: 'scheduleOn', published: updates ? 'updateOn' : 'publishTo' }[status];
  const action =
    targets.length === 0
      ? t('publish.choose')
      : targets.length === 1
        ? t(`publish.${verb}`, { name: targets[0]?.site.name })
        : t(`publish.${verb}Many`, { count: targets.length });

  if (submitted !== null) {
    const mine = jobs.filter((job) => submitted.includes(job.id));
    const running = mine.some((job) => job.state === 'running' || job.state === 'waiting');
    return (
      <Sheet
        title={t('publish.title')}
        subtitle={headline || t('publish.untitled')}
        onClose={onClose}
        actions={
          <>
            <span className={styles.quiet}>{running ? t('publish.background') : ''}</span>
            <ActionsGap />
            <Button kind="primary" onClick={onClose}>
              {t('ui.done')}
            </Button>
          </>
        }
      >
        <section aria-label={t('publish.progress')} onKeyDown={onKeyDown}>
          {mine.map((job) => (
            <JobCard key={job.id} job={job} title={job.blogName} />
          ))}
        </section>
      </Sheet>
    );
  }

  return (
    <Sheet
      title={t('publish.title')}
      subtitle={headline || t('publish.untitled')}
      onClose={onClose}
      onKeyDown={onKeyDown}
      actions={
        <>
          <Button kind="plain" onClick={onPreview}>
            {t('publish.preview')}
          </Button>
          <ActionsGap />
          <Button kind="plain" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind="primary" disabled={!ready} aria-busy={sending} onClick={() => void submit()}>
            {action}
          </Button>
        </>
      }
    >
      <SheetRow>
        {blogs === undefined ? (
          <Skeleton rows={2} />
        ) : (
          <BlogChoice blogs={blogs} publications={publications} chosen={chosen} onChange={setPicked} />
        )}
        {blogs?.length === 0 ? <p className={styles.quiet}>{t('publish.noBlogs')}</p> : null}
        <Button kind="link" className={styles.connect ?? ''} onClick={onConnect}>
          {t('publish.connect')}
        </Button>
      </SheetRow>
      <SheetRow>
        <div className={styles.when}>
          <Segments
            label={t('publish.mode')}
            selected={status}
            onSelect={setStatus}
            options={[
              { id: 'published', label: t('publish.now') },
              { id: 'draft', label: t('publish.draft') },
              { id: 'scheduled', label: t('publish.schedule') },
            ]}
          />
          {targets.length === 0 ? null : (
            <span className={styles.zone}>
              {t('publish.blogTime', { time: timeIn(Date.now(), zone), zone: zoneName(zone) })}
            </span>
          )}
        </div>
        {status === 'scheduled' ? (
          <div className={styles.schedule}>
            <Schedule blogs={targets} wall={when} onChange={setWall} />
            {cannotSchedule === undefined ? null : (
              <Notice level="must" title={t('publish.noSchedule', { name: cannotSchedule.site.name })} />
            )}
          </div>
        ) : null}
      </SheetRow>
      {flushed?.ok === true ? (
        <SheetRow label={t('publish.attribution')}>
          <div className={styles.checks}>
            {isBlocked ? (
              <Notice
                level="must"
                title={t('publish.blocked', { count: openMusts })}
                action={<Button onClick={() => setStatus('draft')}>{t('publish.asDraft')}</Button>}
              >
                {t('publish.blockedNext')}
              </Notice>
            ) : null}
            {checks(targets)}
          </div>
        </SheetRow>
      ) : null}
      {flushed?.ok === true ? <OnTheWay postId={postId} blogs={targets} /> : null}
      {flushed?.ok === false ? <TroubleNotice trouble={flushed.error} /> : null}
      {refusal === null ? null : <TroubleNotice trouble={refusal} />}
    </Sheet>
  );
};
