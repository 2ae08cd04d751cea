import type { Locator, Page } from '@playwright/test';
import { checksIn } from './checks.ts';
import { focusIn } from './focus.ts';

/** Which blogs, how, and what becomes of it. */
export const publishSheet = (page: Page) => {
  const sheet = page.getByRole('dialog', { name: 'Publish', exact: true });
  const card = (blog: string): Locator => sheet.getByRole('article', { name: blog, exact: true });
  return {
    sheet,
    open: async (): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+Shift+P');
      await focusIn(sheet);
    },
    blog: (name: string): Locator => sheet.getByRole('checkbox', { name: new RegExp(`^${escaped(name)}`) }),
    blogs: sheet.getByRole('group', { name: 'Blogs' }),
    how: (mode: 'Publish now' | 'Draft' | 'Schedule…'): Locator => sheet.getByRole('radio', { name: mode }),
    /** Date and time on the clocks of the blog. */
    when: sheet.getByLabel(/^Date and time on the blog/),
    checks: sheet.getByRole('region', { name: 'Before it goes out' }),
    /** What checks found in the post itself. */
    attribution: sheet.getByRole('region', { name: 'Checks', exact: true }),
    /** Gives a reason for every must that is open, once they are known. */
    leaveMusts: async (): Promise<void> => {
      const attribution = sheet.getByRole('region', { name: 'Checks', exact: true });
      await attribution.waitFor();
      await checksIn(attribution).leaveAll();
    },
    /** The one primary button of the sheet, whose words say what will happen. */
    confirm: (words: string | RegExp): Locator => sheet.getByRole('button', { name: words }),
    card,
    /** What the card of a blog says about the way of the post. */
    state: (blog: string): Locator => card(blog).getByRole('status'),
    done: sheet.getByRole('button', { name: 'Done' }),

    /** Ticks exactly these blogs. */
    chooseOnly: async (names: readonly string[]): Promise<void> => {
      const boxes = sheet.getByRole('checkbox');
      await boxes.first().waitFor();
      for (const box of await boxes.all()) {
        const label = (await box.locator('xpath=..').textContent()) ?? '';
        await box.setChecked(names.some((name) => label.startsWith(name)));
      }
    },
  };
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
