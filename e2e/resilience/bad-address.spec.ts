import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '../app.ts';
import { connectSheet } from '../pages/connect-sheet.ts';
import type { MainWindow } from '../pages/main-window.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import { expectOnePost, postsOn } from './on-the-blog.ts';
import { blogName, connect, sendOff, start, test, write } from './outbox-world.ts';

const ferries = { headline: 'Ferries', words: 'The harbour closes on Sunday.', pictures: [] } as const;

/** The sheet, opened from the menu. */
const openSheet = async (window: MainWindow, menu: (...labels: string[]) => Promise<void>) => {
  await menu('Blog', 'Connect a blog…');
  const sheet = connectSheet(window.page);
  await sheet.sheet.waitFor();
  return sheet;
};

/** A web server that answers every address with one page. */
const servePage = async (html: string) => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
};

test('an address that leads to no blog says what is there and stays to be corrected', async ({
  rejoinder,
  site,
  keyring,
}) => {
  const page = await servePage('<!doctype html><title>A bakery</title><p>Bread and rolls');
  const window = await start(rejoinder, keyring);
  const sheet = await openSheet(window, (...labels) => rejoinder.menu(...labels));
  const alert = sheet.sheet.getByRole('alert');

  await sheet.find('harbour notes, please');
  await expect(alert).toContainText('is not an address.');
  await expect(alert).toContainText('Type it as in the browser');
  await sheet.find('http://127.0.0.1:9');
  await expect(alert).toContainText('does not take connections right now.');
  await sheet.find(page.url);
  await expect(alert).toContainText('no blog that Rejoinder knows');
  await expect(alert).toContainText('Try the address of the blog’s front page.');
  page.close();
  await sheet.find(site.url);
  await expect(sheet.sheet).toContainText('WordPress 7.1. You can sign in with an application password.');
});

test('a WordPress that is closed to apps says which of its doors is closed', async ({
  rejoinder,
  site,
  network,
  keyring,
}) => {
  const window = await start(rejoinder, keyring);
  const sheet = await openSheet(window, (...labels) => rejoinder.menu(...labels));
  const alert = sheet.sheet.getByRole('alert');

  const html = '<!doctype html><title>One moment</title><p>Checking your browser';
  const wall = network.rule({ path: /wp-json/, times: 100, act: { do: 'answer', status: 200, body: html } });
  await sheet.find(network.url);
  await expect(alert).toContainText('its doors for apps are closed');
  wall.remove();

  await site.muPlugin(
    'closed',
    'add_filter("rest_authentication_errors", fn() => new WP_Error("rest_disabled", "Off", ["status" => 403]));',
  );
  await sheet.find(site.url);
  await expect(alert).toContainText('its doors for apps are closed');
  await expect(alert).toContainText('switch the REST API on');

  await site.reset();
  await site.muPlugin('no-apps', 'add_filter("wp_is_application_passwords_available", "__return_false");');
  await sheet.find(site.url);
  await expect(alert).toContainText('application passwords are switched off');
  await expect(alert).toContainText('Ask whoever runs it to allow them.');
});

test('a wrong password and a role that may not write are told at once, and nothing is connected', async ({
  rejoinder,
  site,
  keyring,
}) => {
  const window = await start(rejoinder, keyring);
  const sheet = await openSheet(window, (...labels) => rejoinder.menu(...labels));
  const alert = sheet.sheet.getByRole('alert');
  const { author, subscriber } = site.users;

  await sheet.find(site.url);
  await sheet.pasteInstead.click();
  await sheet.signIn(author.login, 'abcd efgh ijkl mnop qrst uvwx');
  await expect(alert).toContainText('did not accept this username and password');
  await sheet.signIn(author.login, author.password);
  await expect(alert).toContainText('Your normal password does not work here.');
  await sheet.signIn(subscriber.login, subscriber.applicationPassword);
  await expect(alert).toContainText('Your role on this blog may not write posts.');
  await expect(alert).toContainText('Ask whoever runs it for the role of an author');
  await sheet.signIn(author.login, author.applicationPassword);
  await expect(sheet.connected).toContainText('with the role author');
});

test('a contributor is told that drafts go and publishing does not, before and after', async ({
  rejoinder,
  site,
  keyring,
}) => {
  const window = await start(rejoinder, keyring);
  const sheet = await openSheet(window, (...labels) => rejoinder.menu(...labels));
  const { contributor } = site.users;
  await sheet.find(site.url);
  await sheet.pasteInstead.click();
  await sheet.signIn(contributor.login, contributor.applicationPassword);
  await expect(sheet.connected).toContainText('may write drafts but not publish');
  await sheet.done.click();

  await write(rejoinder, ferries);
  const publish = publishSheet(window.page);
  await publish.open();
  await publish.chooseOnly([blogName]);
  await expect(publish.checks).toContainText(`Your role on ${blogName} may not publish`);
  await publish.leaveMusts();
  await publish.confirm(`Publish to ${blogName}`).click();
  await expect(publish.state(blogName)).toHaveText('Did not go out', { timeout: 60_000 });
  await expect(publish.card(blogName).getByRole('alert')).toContainText('ask an editor to publish it');
  await publish.done.click();
  expect(await postsOn(site, 'publish,pending')).toEqual([]);

  await publish.open();
  await publish.how('Draft').click();
  await publish.confirm(`Save draft on ${blogName}`).click();
  await expect(publish.state(blogName)).toHaveText('Saved as a draft', { timeout: 60_000 });
  expect((await postsOn(site, 'draft')).map(({ title }) => title.raw)).toEqual([ferries.headline]);
});

test('a blog that answers with a web page in the middle of publishing has one post in the end', async ({
  rejoinder,
  site,
  network,
  keyring,
}) => {
  const window = await start(rejoinder, keyring);
  await connect(window, network, site.users.admin);
  await write(rejoinder, ferries);
  const page = '<!doctype html><title>Sign in to the hotel network</title>';
  network.rule({ method: 'POST', path: /posts\?/, act: { do: 'answer', status: 200, body: page, carriedOut: true } });
  network.rule({ method: 'POST', path: /posts\/\d+/, act: { do: 'answer', status: 200, body: page } });
  await sendOff(window);
  const { state, card, done } = publishSheet(window.page);
  await expect(state(blogName)).toHaveText('Did not go out', { timeout: 30_000 });
  const alert = card(blogName).getByRole('alert');
  await expect(alert).toContainText('gave an answer that makes no sense');
  await expect(alert).toContainText('Your post is saved on this computer.');
  await card(blogName).getByRole('button', { name: 'Try again now' }).click();
  await expect(state(blogName)).toHaveText('Published', { timeout: 30_000 });
  await expectOnePost(site, ferries);
  await done.click();
  await expect(window.editor.text).toContainText(ferries.words);
});
