import { expect, type Locator, type Page } from '@playwright/test';

/** The command palette: one field over one list. */
export const palette = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: 'Command palette' });
  const field = dialog.getByRole('combobox', { name: 'Search commands and posts' });
  const options = dialog.getByRole('option');
  return {
    dialog,
    field,
    options,
    /** The line that Enter runs. */
    current: dialog.getByRole('option', { selected: true }),
    option: (name: string): Locator => options.filter({ hasText: name }).first(),
    status: dialog.getByRole('status'),
    open: async (): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+Shift+A');
      await expect(field).toBeFocused();
    },
  };
};
