import type { TargetId } from '../../publishing/target.ts';
import type { Dialect } from '../dialect.ts';
import { practiceBlog } from './practice-blog.ts';
import { wordpress } from './wordpress.ts';

/** The dialect of each target. */
export const dialects: Readonly<Record<TargetId, Dialect>> = { 'practice-blog': practiceBlog, wordpress };
