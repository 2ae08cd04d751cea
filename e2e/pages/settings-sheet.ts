import type { Locator, Page } from '@playwright/test';
import { focusIn } from './focus.ts';

/** Appearance, blogs and safety. */
export const settingsSheet = (page: Page) => {
  const sheet = page.getByRole('dialog', { name: 'Settings', exact: true });
  return {
    sheet,
    open: async (): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+,');
      await focusIn(sheet);
    },
    theme: (name: 'As the system' | 'Light' | 'Dark'): Locator => sheet.getByRole('radio', { name }),
    blog: (name: string): Locator => sheet.getByRole('listitem').filter({ hasText: name }),
    pictures: (blog: string): Locator => sheet.getByRole('group', { name: `Pictures for ${blog}` }),
    connect: sheet.getByRole('button', { name: 'Connect a blog' }),
    done: sheet.getByRole('button', { name: 'Done' }),
  };
};
