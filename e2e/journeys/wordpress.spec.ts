import type { Page } from '@playwright/test';
import { expect, expectCleanLog, keepPicture, type Rejoinder } from '../app.ts';
import { connectSheet } from '../pages/connect-sheet.ts';
import { ask, openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { publishSheet } from '../pages/publish-sheet.ts';
import type { WordPressSite, WordPressUser } from '../servers/wordpress.ts';
import { test } from '../servers/wordpress-site.ts';
import { commentary, expectWordsInOrder, writeCommentary } from '../world/commentary.ts';

/** The name that the WordPress of the tests has. */
const blog = 'Harbour Notes';

type RestPost = {
  readonly id: number;
  readonly status: string;
  readonly slug: string;
  readonly link: string;
  readonly date: string;
  readonly date_gmt: string;
  readonly title: { readonly raw: string };
  readonly content: { readonly raw: string };
  readonly featured_media: number;
  readonly categories: readonly number[];
  readonly tags: readonly number[];
};

const rest = async <T>(site: WordPressSite, route: string): Promise<T> => {
  const answer = await site.fetchRest(route);
  if (!answer.ok) throw new Error(`${route} answers ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** Every post of the blog but the one that it came with, in every status but the trash. */
const postsOn = async (site: WordPressSite): Promise<readonly RestPost[]> => {
  const statuses = 'publish,future,draft,pending,private';
  const posts = await rest<RestPost[]>(site, `wp/v2/posts?context=edit&per_page=100&status=${statuses}`);
  return posts.filter(({ slug }) => slug !== 'hello-world');
};

const onlyPost = async (site: WordPressSite): Promise<RestPost> => {
  const posts = await postsOn(site);
  const [post] = posts;
  if (!post || posts.length > 1) throw new Error(`One post expected: ${JSON.stringify(posts)}`);
  return post;
};

type RestMedia = { readonly id: number; readonly alt_text: string; readonly source_url: string };

const mediaOn = (site: WordPressSite): Promise<readonly RestMedia[]> => rest(site, 'wp/v2/media?per_page=100');

const termNames = async (site: WordPressSite, kind: 'tags' | 'categories', ids: readonly number[]) =>
  (await rest<{ name: string }[]>(site, `wp/v2/${kind}?include=${ids.join() || 0}`)).map(({ name }) => name).sort();

/** Opens the sheet from the menu and looks for the blog at the address as a person types it. */
const findBlog = async (rejoinder: Rejoinder, site: WordPressSite) => {
  const sheet = connectSheet(rejoinder.window);
  await rejoinder.menu('Blog', 'Connect a blog…');
  await sheet.find(site.url.replace('http://', ''));
  await expect(sheet.sheet).toContainText(`${blog}${site.url}`);
  const version = site.version.split('.', 2).join('.');
  await expect(sheet.sheet).toContainText(`WordPress ${version}. You can sign in with an application password.`);
  return sheet;
};

const connectByPassword = async (rejoinder: Rejoinder, site: WordPressSite, user: WordPressUser): Promise<void> => {
  const sheet = await findBlog(rejoinder, site);
  await sheet.pasteInstead.click();
  await sheet.signIn(user.login, user.applicationPassword);
  await expect(sheet.connected).toBeVisible();
  await keepPicture(rejoinder.window, 'connected');
  await sheet.done.click();
};

/** The way through the platform's own pages, in a real browser. */
const connectInBrowser = async (
  rejoinder: Rejoinder,
  site: WordPressSite,
  user: WordPressUser,
  browser: Page,
): Promise<void> => {
  const sheet = await findBlog(rejoinder, site);
  const opened = await rejoinder.captureBrowser();
  await sheet.signInInBrowser.click();
  await expect(sheet.sheet).toContainText('Waiting for the browser');
  await keepPicture(rejoinder.window, 'waiting');
  await expect.poll(opened).toHaveLength(1);
  const [address = ''] = await opened();
  expect(new URL(address).origin).toBe(new URL(site.url).origin);
  await browser.goto(address);
  await browser.getByRole('textbox', { name: 'Username or Email Address' }).fill(user.login);
  await browser.getByRole('textbox', { name: 'Password' }).fill(user.password);
  await browser.getByRole('button', { name: 'Log In' }).click();
  await browser.getByRole('button', { name: 'Yes, I approve of this connection' }).click();
  await expect(sheet.connected).toBeVisible();
  expect(browser.url(), 'the password does not stay in the address bar').not.toContain('password=');
  await keepPicture(browser, 'came-back');
  await sheet.done.click();
  // What a browser leaves behind must not make the reader a writer who is signed in.
  await browser.context().clearCookies();
};

const publishOpenPost = async (page: Page, button: string, outcome: string | RegExp): Promise<void> => {
  const publish = publishSheet(page);
  await publish.open();
  await publish.chooseOnly([blog]);
  await publish.leaveMusts();
  await publish.confirm(button).click();
  await expect(publish.state(blog)).toHaveText(outcome, { timeout: 60_000 });
  await publish.done.click();
  await expect(publish.sheet).toBeHidden();
};

/** What a stranger sees at the address. */
const readPost = async (reader: Page, link: string, comment: string): Promise<void> => {
  await reader.goto(link);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(/Ferries & “friends” of the harbour/);
  const content = reader.locator('.entry-content, .wp-block-post-content').first();
  expectWordsInOrder(await content.innerText(), [
    commentary.opening,
    commentary.source.publisher,
    commentary.caption,
    commentary.credit,
    commentary.secondCaption,
    commentary.secondCredit,
    commentary.quotation,
    commentary.attribution,
    commentary.source.publisher,
    commentary.videoCaption,
    commentary.videoCredit,
    commentary.commentHeading,
    comment,
    ...commentary.listed,
  ]);
  const pictures = content.locator('img');
  await expect(pictures).toHaveCount(2);
  await expect(pictures.first()).toHaveAttribute('alt', commentary.alternativeText);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(640);
  }
  // WordPress asks YouTube for the player; where it cannot, the address stands there as a link.
  await expect(content.locator('.wp-block-embed')).toContainText(commentary.videoAddress);
};

/** Slots in the string that is sent, which only the blog's answers fill. */
const slots = /\u{fdd0}[0-9a-f]{64}\.\w+\u{fdd1}/u;

/**
 * What the blog keeps is what was shown before, with the slots filled. The filter for roles without `unfiltered_html`
 * writes `/>` as ` />`, in posts of WordPress's own editor too; nothing else may differ.
 */
const expectSentAsPreviewed = (sent: string, content: string): void => {
  const stored = content.replaceAll(' />', '/>');
  let at = 0;
  for (const [number, part] of sent.split(slots).entries()) {
    const found = stored.indexOf(part, at);
    expect(found, part).toBeGreaterThanOrEqual(at);
    if (number > 0)
      expect(stored.slice(at, found), 'a slot is filled with an address or a number').toMatch(/^[\w:/.%-]+$/);
    at = found + part.length;
  }
  expect(stored.length).toBe(at);
};

for (const role of ['admin', 'author'] as const) {
  test(`the same post goes to a real WordPress as ${role}, is edited, and stays one post with each picture once`, async ({
    rejoinder,
    dataFolder,
    site,
    page: reader,
  }) => {
    const page = await rejoinder.launch();
    const window = mainWindow(page);
    const { side, editor } = window;
    const user = site.users[role];
    if (role === 'admin') await connectByPassword(rejoinder, site, user);
    else await connectInBrowser(rejoinder, site, user, reader);

    await writeCommentary(rejoinder);
    await side.tab('Post').click();
    await side.addTokens('Tags', ['harbour', 'ferries']);
    await side.addTokens('Categories', ['Uncategorized', 'Transport']);
    await side.field('Slug').fill('ferries-and-friends');
    await side.featured(2).click();
    const { id: postId } = await openPost(page);

    const publish = publishSheet(page);
    await publish.open();
    await publish.chooseOnly([blog]);
    await expect(publish.blogs).toContainText(role === 'admin' ? 'administrator' : 'author');
    if (role === 'admin') await expect(publish.checks).toContainText(`New categories on ${blog}`);
    else {
      await expect(publish.checks).toContainText(`Your role on ${blog} cannot make categories`);
      await expect(publish.checks).toContainText(`${blog} strips frames from your role`);
    }
    await keepPicture(page, 'publish');
    const [toBlog] = (await ask(page, 'blogs', 'list')).filter(({ site: it }) => it.name === blog);
    const preview = await ask(page, 'outbox', 'preview', { postId, blogId: toBlog?.id ?? null });
    await publish.confirm(`Publish to ${blog}`).click();
    await expect(publish.state(blog)).toHaveText('Published', { timeout: 60_000 });
    await keepPicture(page, 'published');
    await publish.done.click();

    const post = await onlyPost(site);
    expect(post).toMatchObject({
      status: 'publish',
      slug: 'ferries-and-friends',
      title: { raw: expect.stringMatching(/^Ferries (?:&|&amp;) “friends” of the harbour$/) },
    });
    expectSentAsPreviewed(preview.sent, post.content.raw);
    const media = await mediaOn(site);
    expect(media).toHaveLength(2);
    expect(media.map(({ alt_text }) => alt_text).sort()).toEqual(
      [commentary.alternativeText, commentary.secondAlternativeText].sort(),
    );
    const [, second] = [...post.content.raw.matchAll(/"id":(\d+)/g)].map(([, it]) => Number(it));
    expect(post.featured_media).toBe(second);
    expect(await termNames(site, 'tags', post.tags)).toEqual(['ferries', 'harbour']);
    expect(await termNames(site, 'categories', post.categories)).toEqual(
      role === 'admin' ? ['Transport', 'Uncategorized'] : ['Uncategorized'],
    );
    await readPost(reader, post.link, commentary.comment);
    await keepPicture(reader, 'on-the-blog', { fullPage: true });

    await editor.paragraphs('comment').first().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' And I row.');
    await publishOpenPost(page, `Update on ${blog}`, 'Published');
    const updated = await onlyPost(site);
    expect(updated).toMatchObject({ id: post.id, link: post.link, slug: post.slug, date_gmt: post.date_gmt });
    expect((await mediaOn(site)).map(({ id }) => id).sort()).toEqual(media.map(({ id }) => id).sort());
    await readPost(reader, post.link, `${commentary.comment} And I row.`);
    await expectCleanLog(dataFolder);
  });
}

const writeShortPost = async (rejoinder: Rejoinder, headline: string, words: string): Promise<void> => {
  const window = mainWindow(rejoinder.window);
  await window.newPost();
  await window.page.keyboard.type(headline);
  await window.page.keyboard.press('Enter');
  await window.page.keyboard.type(words);
};

test('a text that someone changed on the blog is not overwritten: the writer looks at it or saves a new draft', async ({
  rejoinder,
  site,
}) => {
  const page = await rejoinder.launch();
  const publish = publishSheet(page);
  await connectByPassword(rejoinder, site, site.users.admin);
  await writeShortPost(rejoinder, 'Tides', 'High water is at six.');
  await publishOpenPost(page, `Publish to ${blog}`, 'Published');

  const live = await onlyPost(site);
  await site.fetchRest(`wp/v2/posts/${live.id}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      content: `${live.content.raw}\n\n<!-- wp:paragraph -->\n<p>An editor was here.</p>\n<!-- /wp:paragraph -->`,
    }),
  });
  const theirs = await onlyPost(site);

  await expect(mainWindow(page).editor.text).toBeFocused();
  await page.keyboard.type(' Low water is at noon.');
  await publish.open();
  await publish.chooseOnly([blog]);
  await publish.confirm(`Update on ${blog}`).click();
  await expect(publish.state(blog)).toHaveText('Needs your answer', { timeout: 60_000 });
  const card = publish.card(blog);
  await expect(card).toContainText(`The post on ${blog} is no longer what you last sent. Someone changed it there.`);
  await keepPicture(page, 'changed-on-blog');
  expect(await onlyPost(site)).toEqual(theirs);

  const opened = await rejoinder.captureBrowser();
  await card.getByRole('button', { name: 'Open the post' }).click();
  await expect.poll(opened).toEqual([live.link]);
  await card.getByRole('button', { name: 'Save as a new draft' }).click();
  await expect(publish.state(blog)).toHaveText('Saved as a draft', { timeout: 60_000 });

  const posts = await postsOn(site);
  expect(posts).toHaveLength(2);
  expect(posts.find(({ id }) => id === live.id)).toEqual(theirs);
  const draft = posts.find(({ id }) => id !== live.id);
  expect(draft).toMatchObject({ status: 'draft', title: { raw: 'Tides' } });
  expect(draft?.content.raw).toContain('Low water is at noon.');
});

test('a post is scheduled on the clocks of the blog, which are not those of this computer', async ({
  rejoinder,
  site,
}) => {
  await site.option('timezone_string', 'America/New_York');
  const page = await rejoinder.launch();
  const window = mainWindow(page);
  const publish = publishSheet(page);
  await connectByPassword(rejoinder, site, site.users.author);
  await writeShortPost(rejoinder, 'Tomorrow’s tides', 'High water is at seven.');

  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await publish.open();
  await publish.chooseOnly([blog]);
  await publish.leaveMusts();
  await publish.how('Schedule…').click();
  await expect(publish.sheet).toContainText(/the blog’s time: .*, New York/);
  await expect(publish.when).toHaveAccessibleName('Date and time on the blog (New York)');
  await publish.when.fill(`${day}T08:00`);
  await keepPicture(page, 'schedule');
  await publish.confirm(`Schedule on ${blog}`).click();
  await expect(publish.state(blog)).toHaveText(/^Scheduled for /, { timeout: 60_000 });
  await publish.done.click();
  await expect(window.library.row('Tomorrow’s tides')).toContainText('Scheduled');

  const post = await onlyPost(site);
  expect(post).toMatchObject({ status: 'future', date: `${day}T08:00:00` });
  // An independent sum: what New York's clocks show at the moment that WordPress keeps in UTC.
  const there = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/New_York',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(`${post.date_gmt}Z`));
  expect(there).toBe(`${day} 08:00`);
  expect(post.date_gmt).not.toBe(post.date);
});

test('a draft goes to the blog unseen by its readers and is published later as the same post', async ({
  rejoinder,
  site,
}) => {
  const page = await rejoinder.launch();
  const publish = publishSheet(page);
  await connectByPassword(rejoinder, site, site.users.author);
  await writeShortPost(rejoinder, 'Half a thought', 'It goes on tomorrow.');
  await publish.open();
  await publish.chooseOnly([blog]);
  await publish.how('Draft').click();
  await publish.confirm(`Save draft on ${blog}`).click();
  await expect(publish.state(blog)).toHaveText('Saved as a draft', { timeout: 60_000 });
  await publish.done.click();

  const draft = await onlyPost(site);
  expect(draft.status).toBe('draft');
  const strangers = await fetch(`${site.rest}wp/v2/posts`);
  expect(JSON.stringify(await strangers.json())).not.toContain('Half a thought');

  await publishOpenPost(page, `Update on ${blog}`, 'Published');
  expect(await onlyPost(site)).toMatchObject({ id: draft.id, status: 'publish', slug: 'half-a-thought' });
});
