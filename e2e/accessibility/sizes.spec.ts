import type { Locator, Page } from '@playwright/test';
import { expect, keepPicture, type Rejoinder, test } from '../app.ts';
import { ask } from '../pages/contract.ts';
import { findBar } from '../pages/find-bar.ts';
import { mainWindow } from '../pages/main-window.ts';
import { settle } from './looking.ts';
import { openFromMenu, putAway, resize, type Tour } from './screens/screen.ts';

const sheets = [
  ['File', 'Settings…', 'Settings'],
  ['Help', 'Shortcuts', 'Shortcuts'],
  ['Help', 'Command palette…', 'Command palette'],
  ['File', 'New from template…', 'New from template'],
  ['File', 'Save as template…', 'Save as template'],
  ['File', 'Templates…', 'Templates'],
  ['Blog', 'Connect a blog…', 'Connect a blog'],
  ['Blog', 'Outbox', 'Outbox'],
  ['Post', 'HTML source…', 'HTML source'],
  ['Post', 'Preview', 'Preview'],
  ['Post', 'Publish…', 'Publish'],
] as const;

const expectNoSidewaysScroll = async (page: Page): Promise<void> => {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider, 'nothing is wider than the window').toBeLessThanOrEqual(0);
};

/** A sheet scrolls inside; where it lies over the window's edge no person can scroll it. */
const expectInside = async (page: Page, sheet: Locator): Promise<void> => {
  const [box, size] = [await sheet.boundingBox(), await page.evaluate(() => [innerWidth, innerHeight] as const)];
  expect(box).not.toBeNull();
  if (box === null) return;
  expect.soft(Math.min(box.x, box.y), 'its left and upper edge').toBeGreaterThanOrEqual(0);
  expect.soft(box.x + box.width, 'its right edge').toBeLessThanOrEqual(size[0]);
  expect.soft(box.y + box.height, 'its lower edge').toBeLessThanOrEqual(size[1]);
};

/** What of its controls cannot be brought into the window as a whole, by name; a list that scrolls is no control of its own. */
const outOfReach = (place: Locator): Promise<readonly string[]> =>
  place.evaluate((root) =>
    [...root.querySelectorAll<HTMLElement>('button, input, textarea, select')]
      .filter((it) => it.checkVisibility({ opacityProperty: false }) && it.ariaHidden !== 'true')
      .filter((it) => {
        it.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const { left, right, top, bottom, width } = it.getBoundingClientRect();
        const inside = left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
        const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return width > 1 && !(inside && at !== null && root.contains(at));
      })
      .map((it) => it.ariaLabel ?? it.textContent ?? it.tagName),
  );

const lookAtAll = async (rejoinder: Rejoinder, size: string): Promise<void> => {
  const { window: page } = rejoinder;
  const window = mainWindow(page);
  const tour: Tour = { rejoinder, window, look: (name) => keepPicture(page, `${size}-${name}`) };
  await window.editor.headline.click();
  await settle(page);
  await tour.look('main');
  await expectNoSidewaysScroll(page);
  expect.soft(await outOfReach(window.toolbar), `toolbar at ${size}`).toEqual([]);
  for (const [menu, item, title] of sheets) {
    await test.step(title, async () => {
      await openFromMenu(tour, menu, item, title);
      await settle(page);
      await tour.look(title);
      await expectNoSidewaysScroll(page);
      await expectInside(page, window.sheet(title));
      expect.soft(await outOfReach(window.sheet(title)), `${title} at ${size}`).toEqual([]);
      await putAway(tour, title);
    });
  }
  await window.press('Ctrl+H');
  const { bar: find } = findBar(page);
  await find.waitFor();
  await tour.look('find');
  expect.soft(await outOfReach(find), `find bar at ${size}`).toEqual([]);
  await page.keyboard.press('Escape');
};

test('at 200 % nothing is cut off, and every control can be reached', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  await window.side.pane.waitFor();
  await ask(page, 'settings', 'set', { zoom: 200 });
  await expect(window.side.pane).toBeHidden();
  await lookAtAll(rejoinder, '200');
  for (const [keys, name] of [['F9', 'Library'] as const, ['Shift+F9', 'Side panel'] as const]) {
    await page.keyboard.press(keys);
    const drawer = page.getByRole('dialog', { name });
    await drawer.waitFor();
    await settle(page);
    await keepPicture(page, `200-${name}`);
    expect.soft(await outOfReach(drawer), `${name} at 200 %`).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  }
});

test('a window of 900 × 600 holds everything', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  await mainWindow(page).side.pane.waitFor();
  await resize(rejoinder, 900, 600);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(900);
  await lookAtAll(rejoinder, '900');
});

test('nothing moves where the system asks for less motion', async ({ rejoinder }) => {
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  await window.side.pane.waitFor();
  const longest = () =>
    page.evaluate(() => {
      const seconds = (list: string) =>
        list.split(',').map((it) => Number.parseFloat(it) * (it.endsWith('ms') ? 0.001 : 1));
      const all = [...document.querySelectorAll('*')].flatMap((element) => {
        const style = getComputedStyle(element);
        return [...seconds(style.transitionDuration), ...seconds(style.animationDuration)];
      });
      return Math.max(...all);
    });
  await expect.poll(longest, 'it moves a little elsewhere').toBeGreaterThan(0.05);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(longest).toBeLessThan(0.01);
  await window.press('Ctrl+,');
  await window.sheet('Settings').waitFor();
  expect(await longest()).toBeLessThan(0.01);
  await page.keyboard.press('Escape');
  await expect(window.sheet('Settings')).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
});
