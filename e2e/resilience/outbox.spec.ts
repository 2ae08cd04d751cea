import { expect } from '../app.ts';
import { outboxSheet } from '../pages/outbox-sheet.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { expectNoMarker, expectOnePost, filesOn, postsOn } from './on-the-blog.ts';
import { blogName, connect, type Draft, quit, sendOff, start, test, write } from './outbox-world.ts';

const ferries: Draft = {
  headline: 'Ferries leave the inner harbour',
  words: 'The harbour closes on Sunday.',
  pictures: [
    [30, 90, 140],
    [140, 60, 30],
  ],
};

/** Making a draft, sending a file, writing to a post, in the words of WordPress's REST. */
const create = { method: 'POST', path: /\/wp\/v2\/posts\?/ } as const;
const upload = { method: 'POST', path: /\/wp\/v2\/media\?/ } as const;
const change = { method: 'POST', path: /\/wp\/v2\/posts\/\d+/ } as const;

test('a post sent off while the server is down goes out once it is up, after a restart', async ({
  rejoinder,
  site,
  network,
  keyring,
}) => {
  const window = await start(rejoinder, keyring);
  await connect(window, network, site.users.admin);
  await write(rejoinder, ferries);
  await site.kill();
  await sendOff(window);
  await expect(publishSheet(window.page).state(blogName)).toContainText('Waiting');
  await quit(rejoinder);
  const again = await start(rejoinder, keyring);
  const outbox = outboxSheet(again.page);
  await outbox.open();
  await expect(outbox.state(ferries.headline)).toContainText('Waiting');
  await site.start();
  await outbox.card(ferries.headline).getByRole('button', { name: 'Try again now' }).click();
  await expect(outbox.state(ferries.headline)).toHaveText('Published', { timeout: 60_000 });
  await expectOnePost(site, ferries);
  expect(await filesOn(site)).toBe(2);
});

test('a server that is killed after it stored the post but before it answered has one post in the end', async ({
  rejoinder,
  site,
  network,
  keyring,
}) => {
  const window = await start(rejoinder, keyring);
  await connect(window, network, site.users.admin);
  await write(rejoinder, ferries);
  const stored = network.rule({ ...create, act: { do: 'stall', carriedOut: true } });
  await sendOff(window);
  await stored.met;
  expect(await postsOn(site, 'draft')).toHaveLength(1);
  await site.kill();
  await network.down();
  await expect(publishSheet(window.page).state(blogName)).toContainText('Waiting');
  await site.start();
  await network.up();
  await expect(publishSheet(window.page).state(blogName)).toHaveText('Published', { timeout: 30_000 });
  await expectOnePost(site, ferries);
  expect(await filesOn(site)).toBe(2);
  expect(network.requests.filter(({ method, path }) => method === 'POST' && create.path.test(path))).toHaveLength(1);
});

test('answers lost at every write make no second post and no second file', async ({
  rejoinder,
  site,
  network,
  keyring,
}) => {
  const window = await start(rejoinder, keyring);
  await connect(window, network, site.users.admin);
  await write(rejoinder, ferries);
  network.rule({ ...create, act: { do: 'cut-after' } });
  network.rule({ ...upload, act: { do: 'answer', status: 504, carriedOut: true } });
  network.rule({ ...upload, after: 1, act: { do: 'cut-after' } });
  network.rule({ ...change, act: { do: 'cut-after' } });
  network.rule({ ...change, after: 1, act: { do: 'answer', status: 502, carriedOut: true } });
  await sendOff(window);
  await expect(publishSheet(window.page).state(blogName)).toHaveText('Published', { timeout: 60_000 });
  const faults = network.requests.filter(({ fault }) => fault !== null);
  expect(faults.map(({ fault }) => fault)).toEqual(['cut-after', 'answer', 'cut-after', 'cut-after', 'answer']);
  await expectOnePost(site, ferries);
  expect(await filesOn(site)).toBe(2);
  await expectNoMarker(site);
});

test('a draft that the server stores only after the app looked for it is in the trash before the post is public', async ({
  rejoinder,
  site,
  network,
  keyring,
}) => {
  const window = await start(rejoinder, keyring);
  await connect(window, network, site.users.admin);
  await write(rejoinder, ferries);
  network.rule({ ...create, act: { do: 'hold' } });
  const late = Promise.withResolvers<void>();
  network.rule({ ...change, act: { do: 'delay', until: late.promise } });
  await sendOff(window);
  // The app has looked, found nothing, made a second draft and is about to fill it.
  await expect.poll(() => network.requests.some(({ fault }) => fault === 'delay'), { timeout: 30_000 }).toBe(true);
  await network.deliver();
  expect(await postsOn(site, 'draft')).toHaveLength(2);
  late.resolve();
  await expect(publishSheet(window.page).state(blogName)).toHaveText('Published', { timeout: 60_000 });
  await expectOnePost(site, ferries);
  expect(await postsOn(site, 'trash')).toHaveLength(1);
  expect(await filesOn(site)).toBe(2);
  await expectNoMarker(site);
});

test('a draft that the server stores only after the release is never public, and swept at the next start', async ({
  rejoinder,
  site,
  network,
  keyring,
}) => {
  const window = await start(rejoinder, keyring);
  await connect(window, network, site.users.admin);
  await write(rejoinder, ferries);
  network.rule({ ...create, act: { do: 'hold' } });
  await sendOff(window);
  await expect(publishSheet(window.page).state(blogName)).toHaveText('Published', { timeout: 30_000 });
  const post = await expectOnePost(site, ferries);
  await network.deliver();
  expect((await postsOn(site, 'publish')).map(({ id }) => id)).toEqual([post.id]);
  expect(await postsOn(site, 'draft')).toHaveLength(1);
  await expectNoMarker(site);

  await rejoinder.quit();
  await start(rejoinder, keyring);
  await expect.poll(() => postsOn(site, 'trash')).toHaveLength(1);
  expect(await expectOnePost(site, ferries)).toMatchObject({ id: post.id, slug: 'ferries-leave-the-inner-harbour' });
  expect(await filesOn(site)).toBe(2);
  await expectNoMarker(site);
});

test('a waiting post can be cancelled, and nothing of it stays on the blog', async ({
  rejoinder,
  site,
  network,
  keyring,
}) => {
  const window = await start(rejoinder, keyring);
  await connect(window, network, site.users.admin);
  await write(rejoinder, ferries);
  network.rule({ ...upload, times: 100, act: { do: 'cut-before' } });
  await sendOff(window);
  const { state, card, done } = publishSheet(window.page);
  await expect(state(blogName)).toContainText('Waiting');
  expect(await postsOn(site, 'draft')).toHaveLength(1);
  await card(blogName).getByRole('button', { name: 'Cancel' }).click();
  await expect(state(blogName)).toHaveText('Cancelled');
  expect(await postsOn(site, 'publish,draft')).toEqual([]);
  expect(await postsOn(site, 'trash')).toHaveLength(1);
  await done.click();

  network.clearRules();
  await sendOff(window);
  await expect(state(blogName)).toHaveText('Published', { timeout: 60_000 });
  await expectOnePost(site, ferries);
});

test('a post waits while there is no connection, and goes out by itself when there is one', async ({
  rejoinder,
  site,
  network,
  keyring,
}) => {
  const window = await start(rejoinder, keyring);
  await connect(window, network, site.users.admin);
  await network.down();
  await write(rejoinder, ferries);
  await sendOff(window);
  const { state, card, done } = publishSheet(window.page);
  await expect(state(blogName)).toContainText('Waiting');
  await expect(card(blogName)).toContainText('does not take connections right now.');
  await done.click();
  await expect(window.toolbar.getByRole('button', { name: /^Outbox/ })).toContainText('1');
  await network.up();
  const outbox = outboxSheet(window.page);
  await outbox.open();
  await expect(outbox.state(ferries.headline)).toHaveText('Published', { timeout: 30_000 });
  await expectOnePost(site, ferries);
});
