import { expect, type Locator } from '@playwright/test';

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
    /** Gives a reason for every must that is open, for posts that are about something else. */
    leaveAll: async (): Promise<void> => {
      const musts = group('Must').getByRole('listitem');
      for (let open = await musts.count(); open > 0; open = await musts.count()) {
        await musts
          .first()
          .getByRole('button', { name: /^Leave as it is/ })
          .click();
        const field = place.getByRole('textbox', { name: 'Reason to leave it as it is' });
        await field.fill('This post is a test.');
        await field.press('Enter');
        await expect.poll(() => musts.count()).toBeLessThan(open);
      }
    },
    takeBack: (name: string): Promise<void> =>
      finding(name)
        .first()
        .getByRole('button', { name: `Take back the reason: ${name}` })
        .click(),
  };
};
