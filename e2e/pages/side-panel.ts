import type { Locator, Page } from '@playwright/test';

/** What the form of a source asks. */
export type SourceWords = { readonly address: string; readonly title: string; readonly publisher: string };

/** The right column: sources and fields of the open post. */
export const sidePanel = (page: Page) => {
  const pane = page.getByRole('complementary', { name: 'Side panel' });
  const sources = pane.getByRole('list', { name: 'Sources' }).getByRole('listitem');
  const field = (name: string): Locator => pane.getByRole('textbox', { name, exact: true });
  const form = pane.getByRole('form', { name: 'Add a source' });
  const fillSource = async ({ address, title, publisher }: SourceWords): Promise<void> => {
    await form.getByRole('textbox', { name: 'Address' }).fill(address);
    await form.getByRole('textbox', { name: 'Title' }).fill(title);
    // A text box that becomes a combo box once publishers of other posts are offered.
    await form.getByLabel('Publisher').fill(publisher);
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await sources.filter({ hasText: title }).waitFor();
  };
  return {
    pane,
    tab: (name: 'Sources' | 'Checks' | 'Outline' | 'Post'): Locator =>
      pane.getByRole('tab', { name: new RegExp(`^${name}`) }),
    sources,
    source: (words: string): Locator => sources.filter({ hasText: words }),
    sourceForm: form,
    /** Asks for the form by its key, fills it and waits for the card. */
    addSource: async (source: SourceWords): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+Shift+L');
      await fillSource(source);
    },
    field,
    /** Adds tokens to "Tags" or "Categories". */
    addTokens: async (name: 'Tags' | 'Categories', tokens: readonly string[]): Promise<void> => {
      const input = pane.getByRole('combobox', { name });
      for (const token of tokens) {
        await input.fill(token);
        await input.press('Enter');
        await pane.getByRole('button', { name: `Remove ${token}` }).waitFor();
      }
    },
    language: pane.getByRole('button', { name: /^Language/ }),
    featuredImage: pane.getByRole('group', { name: 'Featured image' }),
    featured: (number: number): Locator => pane.getByRole('button', { name: `Picture ${number}`, exact: true }),
  };
};
