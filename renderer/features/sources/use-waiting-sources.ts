import { useEffect } from 'react';
import type { Post } from '../../../core/document/post.ts';
import { readWaiting } from './reading.ts';

/** Reads what waits in the open post: once it is there, and whenever the computer is online again. */
export const useWaitingSources = (post: Post | undefined): void => {
  const id = post === undefined || post.trashed ? null : post.id;
  useEffect(() => {
    if (id === null) return;
    const read = (): void => readWaiting(id);
    read();
    window.addEventListener('online', read);
    return () => window.removeEventListener('online', read);
  }, [id]);
};
