import { expect, type Locator, type Page } from '@playwright/test';
import { library } from './library.ts';
import { postEditor } from './post-editor.ts';
import { sidePanel } from './side-panel.ts';

/** The sheets that can lie over the window, by the titles they show. */
export type SheetTitle =
  | 'Publish'
  | 'Preview'
  | 'Outbox'
  | 'Connect a blog'
  | 'Settings'
  | 'Shortcuts'
  | 'HTML source'
  | 'Change shortcuts'
  | 'Command palette'
  | 'New from template'
  | 'New from link'
  | 'Source changed?'
  | 'Save as template'
  | 'Templates';

/** The window with its three columns, as a person finds their way in it: by roles and names. */
export const mainWindow = (page: Page) => ({
  page,
  library: library(page),
  editor: postEditor(page),
  side: sidePanel(page),
  toolbar: page.getByRole('toolbar', { name: 'Toolbar' }),
  /** What "Saved" and "Not saved yet" are said by. */
  saving: page.getByRole('toolbar', { name: 'Toolbar' }).getByRole('status'),
  /** The messages at the foot of the window. */
  messages: page.getByRole('region', { name: 'Messages' }),
  /** What goes wrong, wherever it is said. */
  alerts: page.getByRole('alert'),
  sheet: (title: SheetTitle): Locator => page.getByRole('dialog', { name: title, exact: true }),
  /** A question that must be answered before anything else. */
  question: page.getByRole('alertdialog'),

  /** Presses a key of the command table, e.g. `Ctrl+Shift+P`; on a mac Ctrl is ⌘. */
  press: (keys: string): Promise<void> => page.keyboard.press(keys.replace('Ctrl', 'ControlOrMeta')),

  /** A new commentary post by its key; resolves when its empty headline has the caret. */
  newPost: async (keys = 'ControlOrMeta+N'): Promise<void> => {
    const { headline, text } = postEditor(page);
    // The headline of the open post may be empty as well.
    const [before] = await headline.elementHandles();
    await page.keyboard.press(keys);
    await before?.waitForElementState('hidden');
    await headline.and(page.locator('.is-empty')).waitFor();
    await expect(text).toBeFocused();
  },
});

export type MainWindow = ReturnType<typeof mainWindow>;
