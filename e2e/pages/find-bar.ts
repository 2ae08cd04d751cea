import type { Locator, Page } from '@playwright/test';

type Option = 'Match case' | 'Whole words' | 'Regular expression';

/** The bar over the text that finds and replaces. */
export const findBar = (page: Page) => {
  const bar = page.getByRole('search', { name: 'Find in this post' });
  return {
    bar,
    query: bar.getByRole('textbox', { name: 'Find', exact: true }),
    replacement: bar.getByRole('textbox', { name: 'Replace with' }),
    /** "3 of 12", and what is wrong with an expression. */
    says: (text: string | RegExp): Locator => bar.getByRole('status').filter({ hasText: text }),
    option: (name: Option): Locator => bar.getByRole('button', { name, exact: true }),
    button: (name: string): Locator => bar.getByRole('button', { name, exact: true }),
    /** Everything that is marked in the text. */
    marks: page.locator('.post-text .find-match'),
    current: page.locator('.post-text .find-match.is-current'),
  };
};
