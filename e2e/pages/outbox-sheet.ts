import type { Locator, Page } from '@playwright/test';
import { focusIn } from './focus.ts';

/** Everything on its way to a blog. */
export const outboxSheet = (page: Page) => {
  const sheet = page.getByRole('dialog', { name: 'Outbox', exact: true });
  const card = (headline: string): Locator => sheet.getByRole('article', { name: headline, exact: true });
  return {
    sheet,
    open: async (): Promise<void> => {
      await page
        .getByRole('toolbar', { name: 'Toolbar' })
        .getByRole('button', { name: /^Outbox/ })
        .click();
      await focusIn(sheet);
    },
    card,
    state: (headline: string): Locator => card(headline).getByRole('status'),
  };
};
