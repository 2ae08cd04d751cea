import { create } from 'zustand';
import type { Trouble } from '../../core/trouble.ts';

/** A short message at the foot of the window. One with a trouble stays until it is closed. */
export type NoticeItem = {
  readonly id: number;
  readonly text?: string;
  readonly trouble?: Trouble;
  readonly action?: { readonly label: string; readonly onAction: () => void };
};

type Notices = { readonly items: readonly NoticeItem[] };

/** The messages in sight, oldest first; at most four. */
export const useNotices = create<Notices>(() => ({ items: [] }));

let last = 0;

/** Shows a message; the same trouble twice in a row is shown once. Returns the id that `dismissNotice` takes. */
export const showNotice = (notice: Omit<NoticeItem, 'id'>): number => {
  const { items } = useNotices.getState();
  const alike = items.find(
    (item) => notice.trouble !== undefined && JSON.stringify(item.trouble) === JSON.stringify(notice.trouble),
  );
  if (alike) return alike.id;
  last += 1;
  const id = last;
  useNotices.setState({ items: [...items, { ...notice, id }].slice(-4) });
  return id;
};

export const showTrouble = (trouble: Trouble): number => showNotice({ trouble });

export const dismissNotice = (id: number): void =>
  useNotices.setState(({ items }) => ({ items: items.filter((item) => item.id !== id) }));
