import type { Locator, Page } from '@playwright/test';

/** What a slash at the start of a paragraph offers. */
export const slashMenu = (page: Page) => {
  const list = page.getByRole('listbox', { name: 'Insert' });
  return {
    list,
    options: list.getByRole('option'),
    option: (name: string): Locator => list.getByRole('option', { name }),
    selected: list.getByRole('option', { selected: true }),
  };
};
