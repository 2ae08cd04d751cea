import type { Locator } from '@playwright/test';

/** What checks found, in the side panel or in the publish sheet. */
export const checksIn = (place: Locator) => {
  const group = (level: 'Must' | 'Should' | 'Left as it is'): Locator => place.getByRole('region', { name: level });
  const finding = (name: string): Locator => place.getByRole('listitem').filter({ hasText: name });
  return {
    group,
    finding,
    goTo: (name: string): Promise<void> => finding(name).first().getByRole('button', { name, exact: true }).click(),
    fix: (name: string, words: string): Promise<void> =>
      finding(name).first().getByRole('button', { name: words }).click(),
    leave: async (name: string, reason: string): Promise<void> => {
      await finding(name)
        .first()
        .getByRole('button', { name: `Leave as it is: ${name}` })
        .click();
      const field = place.getByRole('textbox', { name: 'Reason to leave it as it is' });
      await field.fill(reason);
      await field.press('Enter');
    },
    takeBack: (name: string): Promise<void> =>
      finding(name)
        .first()
        .getByRole('button', { name: `Take back the reason: ${name}` })
        .click(),
  };
};
