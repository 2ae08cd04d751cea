import { create } from 'zustand';

/** What is said last to people who hear the window, and how often something was said. */
export const useAnnounced = create<{ readonly text: string; readonly times: number }>(() => ({ text: '', times: 0 }));

/**
 * Says something that people see anyway, once and politely, to those who hear the window. For what follows a command; never
 * while words are typed.
 */
export const announce = (text: string): void => useAnnounced.setState(({ times }) => ({ text, times: times + 1 }));
