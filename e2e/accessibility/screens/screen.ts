import type { Rejoinder } from '../../app.ts';
import { expect } from '../../app.ts';
import type { MainWindow, SheetTitle } from '../../pages/main-window.ts';

/** What a tour through some screens needs; it calls `look` on each and leaves the window as it found it. */
export type Tour = {
  readonly rejoinder: Rejoinder;
  readonly window: MainWindow;
  readonly look: (name: string) => Promise<void>;
};

/** Opens a sheet by the item of the native menu. */
export const openFromMenu = async ({ rejoinder, window }: Tour, menu: string, item: string, title: SheetTitle) => {
  await rejoinder.menu(menu, item);
  await window.sheet(title).waitFor();
};

/** Escape puts a sheet away. */
export const putAway = async ({ window }: Tour, title: SheetTitle): Promise<void> => {
  await window.page.keyboard.press('Escape');
  await expect(window.sheet(title)).toBeHidden();
};

/** The window's content, in CSS pixels at 100 %. */
export const resize = (rejoinder: Rejoinder, width: number, height: number): Promise<void> =>
  rejoinder.app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as const);
