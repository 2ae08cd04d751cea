import type { FrameLocator, Locator, Page } from '@playwright/test';
import { focusIn } from './focus.ts';

/** The post as it will be published. */
export const previewSheet = (page: Page) => {
  const sheet = page.getByRole('dialog', { name: 'Preview', exact: true });
  return {
    sheet,
    open: async (): Promise<void> => {
      await page.keyboard.press('F12');
      await focusIn(sheet);
    },
    blog: (name: string): Locator => sheet.getByRole('radio', { name }),
    /** The page in its sandboxed frame. */
    content: sheet.locator('iframe').contentFrame() as FrameLocator,
  };
};
