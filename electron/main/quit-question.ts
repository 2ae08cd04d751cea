import { type BrowserWindow, dialog } from 'electron';
import type { JobView } from '../../core/outbox/job.ts';

/** Jobs that would go on if the app stayed open. */
export const unfinished = (jobs: readonly JobView[]): number =>
  jobs.filter((it) => it.state === 'waiting' || it.state === 'running').length;

/** Says what waits in the outbox and asks whether to quit all the same; nothing is asked when nothing waits. */
export const mayQuit = async (waiting: number, parent: BrowserWindow | undefined): Promise<boolean> => {
  if (waiting === 0) return true;
  const options: Electron.MessageBoxOptions = {
    type: 'question',
    message:
      waiting === 1
        ? '1 post is waiting in the outbox. It goes out when Rejoinder is open again.'
        : `${waiting} posts are waiting in the outbox. They go out when Rejoinder is open again.`,
    buttons: ['Quit', 'Stay'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await (parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options));
  return response === 0;
};

/** Says that something written is not on disk yet and asks whether to quit all the same. */
export const mayLoseWords = async (parent: BrowserWindow | undefined): Promise<boolean> => {
  const options: Electron.MessageBoxOptions = {
    type: 'warning',
    message: 'The last words could not be saved.',
    detail: 'They are only in this window. Stay to free some space or to copy them; quitting loses them.',
    buttons: ['Stay', 'Quit and lose them'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const { response } = await (parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options));
  return response === 1;
};
