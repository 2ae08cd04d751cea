import type { Locator, Page } from '@playwright/test';

/** The sheet with the HTML source of the open post. */
export const htmlSource = (page: Page): { readonly sheet: Locator; readonly field: Locator } => {
  const sheet = page.getByRole('dialog', { name: 'HTML source' });
  return { sheet, field: sheet.getByRole('textbox', { name: 'HTML of this post' }) };
};
