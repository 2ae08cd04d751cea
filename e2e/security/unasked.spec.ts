import { expect, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { loggingProxy } from '../world/logging-proxy.ts';
import { askedSoFar } from '../world/spelling/dictionary.ts';

test('the app asks nobody on the network for anything by itself', async ({ rejoinder }) => {
  const proxy = await loggingProxy();
  try {
    const page = await rejoinder.launch(proxy.args);
    const window = mainWindow(page);
    await window.newPost();
    await page.keyboard.type('Helo wrld');
    await window.press('F12');
    await expect(window.sheet('Preview').frameLocator('iframe').locator('h1')).toHaveText('Helo wrld');
    await page.keyboard.press('Escape');
    const prints = await rejoinder.capturePrints();
    await rejoinder.menu('File', 'Print…');
    await expect.poll(async () => (await prints()).length).toBe(1);
    expect(await askedSoFar(rejoinder, proxy)).toEqual([]);
  } finally {
    await proxy.close();
  }
});
