import { expect, type Rejoinder } from '../app.ts';
import { mainWindow } from '../pages/main-window.ts';
import { outboxSheet } from '../pages/outbox-sheet.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import type { Keyring } from '../servers/keyring.ts';
import type { FaultProxy } from '../world/fault-proxy.ts';
import { expectNoMarker, expectOnePost, filesOn } from './on-the-blog.ts';
import { blogName, connect, type Draft, sendOff, start, test, write } from './outbox-world.ts';
import { rounds } from './soak.ts';

/** A post whose two pictures are its own, so that each round uploads anew. */
const draft = (number: number): Draft => ({
  headline: `Harbour report ${number}`,
  words: 'The harbour closes on Sunday.',
  pictures: [
    [number % 256, 90, 140],
    [number % 256, 140, 90],
  ],
});

/** What the app asks of a blog to publish such a post, from the first request to the last. */
const publishWhole = async (
  rejoinder: Rejoinder,
  keyring: Keyring,
  network: FaultProxy,
): Promise<readonly string[]> => {
  const window = await start(rejoinder, keyring);
  await write(rejoinder, draft(0));
  const before = network.requests.length;
  await sendOff(window);
  await expect(publishSheet(window.page).state(blogName)).toHaveText('Published', { timeout: 60_000 });
  await publishSheet(window.page).done.click();
  return network.requests.slice(before).map(({ method }) => method);
};

test('an app killed at any request goes on at the next start: one post, each picture once', async ({
  rejoinder,
  site,
  network,
  keyring,
}) => {
  const lives = rounds(1);
  test.setTimeout(lives * 400_000);
  await connect(await start(rejoinder, keyring), network, site.users.admin);
  await rejoinder.quit();
  const requests = await publishWhole(rejoinder, keyring, network);
  expect(requests.filter((method) => method === 'POST')).toHaveLength(5);

  // A write may have been carried out or not when its answer is lost; to a read that makes no difference.
  const deaths = requests.flatMap((method, at) =>
    method === 'GET' ? [{ at, carriedOut: false }] : [true, false].map((carriedOut) => ({ at, carriedOut })),
  );
  let published = 1;
  for (const { at, carriedOut } of Array.from({ length: lives }, () => deaths).flat()) {
    await test.step(`killed at request ${at + 1} (${requests[at]}${carriedOut ? ', carried out' : ''})`, async () => {
      const post = draft(published);
      await write(rejoinder, post);
      const { met } = network.rule({ after: at, act: { do: 'stall', carriedOut } });
      await sendOff(mainWindow(rejoinder.window));
      await met;
      await rejoinder.kill();

      const window = await start(rejoinder, keyring);
      const outbox = outboxSheet(window.page);
      await outbox.open();
      await expect(outbox.state(post.headline)).toHaveText('Published', { timeout: 30_000 });
      published += 1;
      await expectOnePost(site, post);
      expect(await filesOn(site)).toBe(2 * published);
      await window.press('Escape');
    });
  }
  await expectNoMarker(site);
});
