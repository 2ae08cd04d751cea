import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, keepPicture } from '../app.ts';

/** Rules whose answer depends on the colours; all others find the same in every theme. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** What axe-core finds (WCAG 2.2 A and AA, and its best practices), in a few words each; only these rules where some are named. */
const violations = async (page: Page, rules?: readonly string[]): Promise<readonly string[]> => {
  // Electron cannot open the second page that axe would finish its report in.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules) axe.withRules([...rules]);
  // An open menu floats over the page and belongs to none of its landmarks (ARIA APG, "Menu Button Pattern").
  const floating = page.getByRole('menu').or(page.getByRole('listbox', { name: /^(?:Insert|Words for this field)$/ }));
  if (!rules && (await floating.count()) > 0) axe.disableRules(['region']);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary}`),
  );
};

/** Resolves when nothing fades any more; what turns for as long as something runs is not waited for. */
export const settle = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const ending = document.getAnimations().filter((it) => it.effect?.getComputedTiming().endTime !== Infinity);
    return Promise.all(ending.map((it) => it.finished.catch(() => undefined)));
  });

const media = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced-colours': { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** Shows the page as a system with these colours would. The theme of the settings must be the system's. */
export const showIn = async (page: Page, theme: keyof typeof media): Promise<void> => {
  await page.emulateMedia(media[theme]);
  await expect(page.locator('html')).toHaveAttribute('data-theme', media[theme].colorScheme);
  await settle(page);
};

/**
 * Looks at what is on the screen: every rule in light, those of colour again in dark and in forced colours. Keeps a picture of
 * each for people.
 */
export const look = async (page: Page, name: string): Promise<void> => {
  await settle(page);
  await keepPicture(page, `${name}-light`);
  expect.soft(await violations(page), `${name} in light`).toEqual([]);
  for (const theme of ['dark', 'forced-colours'] as const) {
    await showIn(page, theme);
    await keepPicture(page, `${name}-${theme}`);
    expect.soft(await violations(page, rulesOfColour), `${name} in ${theme}`).toEqual([]);
  }
  await showIn(page, 'light');
};
