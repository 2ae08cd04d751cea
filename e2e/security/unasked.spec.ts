import { expect, test } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { loggingProxy } from '../world/logging-proxy.ts';

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
    // Whatever the engine had to ask would have been asked before this.
    const own = 'http://asked.example/by-the-test';
    await rejoinder.app.evaluate(({ net }, address) => net.fetch(address).then(({ status }) => status), own);
    expect(proxy.asked).toEqual([`GET ${own}`]);
  } finally {
    await proxy.close();
  }
});
