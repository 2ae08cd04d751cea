import { useTranslation } from 'react-i18next';
import type { Blog } from '../../../core/publishing/blog.ts';
import { fullDate, timeIn, zoneName } from '../../i18n/dates.ts';
import { TextField } from '../../ui/field.tsx';
import { momentOf } from './zoned-time.ts';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The blog's zone, or this computer's where the blog's is unknown or no zone at all. */
export const zoneOf = (blog: Blog | undefined): string => {
  const zone = blog?.capabilities?.timeZone ?? here;
  try {
    return new Intl.DateTimeFormat(undefined, { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return here;
    throw error;
  }
};

type Props = {
  readonly blogs: readonly Blog[];
  /** As the clocks of the first blog show it: "2026-11-23T08:00". */
  readonly wall: string;
  readonly onChange: (wall: string) => void;
};

/** Date and time on the clocks of the first chosen blog, and what that is elsewhere. */
export const Schedule = ({ blogs, wall, onChange }: Props) => {
  const { t } = useTranslation();
  const zone = zoneOf(blogs[0]);
  const moment = momentOf(wall, zone);
  const past = moment !== null && moment <= Date.now();
  const elsewhere = blogs.slice(1).flatMap((blog) => {
    const other = zoneOf(blog);
    return moment === null || timeIn(moment, other) === timeIn(moment, zone)
      ? []
      : [t('publish.whenThere', { name: blog.site.name, time: timeIn(moment, other), zone: zoneName(other) })];
  });
  const hint =
    moment === null ? undefined : [t('publish.whenHere', { date: fullDate(moment) }), ...elsewhere].join(' ');
  return (
    <TextField
      label={t('publish.when', { zone: zoneName(zone) })}
      type="datetime-local"
      value={wall}
      onChange={onChange}
      hint={hint}
      error={past ? t('publish.past') : undefined}
    />
  );
};
