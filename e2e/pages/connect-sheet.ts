import type { Locator, Page } from '@playwright/test';

/** From a blog's address to a signed-in account. */
export const connectSheet = (page: Page) => {
  const sheet = page.getByRole('dialog', { name: 'Connect a blog', exact: true });
  const button = (name: string): Locator => sheet.getByRole('button', { name, exact: true });
  return {
    sheet,
    address: sheet.getByRole('textbox', { name: 'Address of the blog' }),
    /** Looks for a blog at the address, as a person types it. */
    find: async (address: string): Promise<void> => {
      await sheet.getByRole('textbox', { name: 'Address of the blog' }).fill(address);
      await button('Find it').click();
    },
    /** The writer's word that the connection may be readable; only asked where it is. */
    allowInsecure: sheet.getByRole('checkbox', { name: 'I know. Use the unencrypted connection.' }),
    signInInBrowser: button('Sign in in the browser'),
    pasteInstead: button('Paste a password instead'),
    /** Fills in the password form and sends it. */
    signIn: async (username: string, password: string): Promise<void> => {
      await sheet.getByRole('textbox', { name: 'Username' }).fill(username);
      await sheet.getByLabel('Application password').fill(password);
      await button('Connect').click();
    },
    /** "You are … on …, with the role …." */
    connected: sheet.getByRole('status').filter({ hasText: 'Connected' }),
    done: button('Done'),
  };
};
