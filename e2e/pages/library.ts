import type { Locator, Page } from '@playwright/test';

export type LibraryFilter = 'All' | 'Drafts' | 'Scheduled' | 'Published' | 'Trash';

/** The left column: all posts on this computer. */
export const library = (page: Page) => {
  const pane = page.getByRole('navigation', { name: 'Library' });
  const list = pane.getByRole('listbox', { name: 'Posts' });
  const rows = list.getByRole('option');
  const row = (headline: string): Locator => rows.filter({ hasText: headline });
  return {
    pane,
    list,
    rows,
    /** The row of a post, by any of its words. */
    row,
    search: pane.getByRole('searchbox', { name: 'Search posts' }),
    filter: (name: LibraryFilter): Locator => pane.getByRole('button', { name: new RegExp(`^${name}( ?\\d+)?$`) }),
    open: (headline: string): Promise<void> => row(headline).click(),
    /** Opens a row's menu and chooses from it. */
    choose: async (headline: string, item: 'Open' | 'Duplicate' | 'Move to trash' | 'Restore' | 'Delete for ever…') => {
      await row(headline).click({ button: 'right' });
      await page.getByRole('menuitem', { name: item }).click();
    },
  };
};
