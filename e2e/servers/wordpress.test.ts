import { expect, test } from '@playwright/test';
import { skipUnless } from '../world/skip-unless.ts';
import { startWordPress, type WordPressSite, wordpressAvailable } from './wordpress.ts';

test.describe('the WordPress that the journeys publish to', () => {
  let site: WordPressSite;

  test.beforeAll(async () => {
    skipUnless(await wordpressAvailable());
    site = await startWordPress();
  });
  test.afterAll(() => site?.remove());

  const titles = async () => {
    const answer = await site.fetchRest('wp/v2/posts?status=any&context=edit');
    const posts = (await answer.json()) as { id: number; title: { raw: string } }[];
    return posts.map(({ title }) => title.raw);
  };
  const write = (title: string, fields: object = {}) =>
    site.fetchRest('wp/v2/posts', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ title, status: 'draft', ...fields }),
    });

  test('knows every user by application password, and with the role of that name', async () => {
    for (const [name, user] of Object.entries(site.users)) {
      const answer = await site.fetchRest('wp/v2/users/me?context=edit&_fields=id,roles', {}, user);
      expect(await answer.json()).toEqual({ id: user.id, roles: [name === 'admin' ? 'administrator' : name] });
    }
  });

  test('keeps its content when killed and started again, and forgets it when reset', async () => {
    const created = (await (await write('Kept')).json()) as { id: number };
    await site.kill();
    await expect(fetch(site.url)).rejects.toThrow();
    await site.start();
    expect(await titles()).toContain('Kept');
    await site.reset();
    expect(await titles()).toEqual(['Hello world!']);
    expect(await (await write('Again')).json()).toMatchObject({ id: created.id });
  });

  test('takes a must-use plugin at once and drops it on reset', async () => {
    await site.muPlugin(
      'closed',
      'add_filter("rest_authentication_errors", fn() => new WP_Error("rest_disabled", "Off", ["status" => 403]));',
    );
    expect((await site.fetchRest('wp/v2/posts')).status).toBe(403);
    await site.reset();
    expect((await site.fetchRest('wp/v2/posts')).status).toBe(200);
  });

  test('publishes a scheduled post when its cron is run, in the time zone that is set', async () => {
    await site.option('timezone_string', 'America/New_York');
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const post = (await (await write('Later', { status: 'future', date_gmt: soon })).json()) as { id: number };
    expect(post).toMatchObject({ status: 'future' });
    // The due date moves into the past behind WordPress's back, as time would do it.
    await site.php(
      'global $wpdb; $past = gmdate("Y-m-d H:i:s", time() - 60);' +
        '$wpdb->update($wpdb->posts, ["post_date_gmt" => $past, "post_date" => get_date_from_gmt($past)], ["ID" => $input]);' +
        'wp_clear_scheduled_hook("publish_future_post", [$input]); wp_schedule_single_event(time() - 60, "publish_future_post", [$input]);',
      post.id,
    );
    await site.runCron();
    expect(await (await site.fetchRest(`wp/v2/posts/${post.id}?_fields=status`)).json()).toEqual({ status: 'publish' });
    await site.reset();
  });

  test('says what is wrong with PHP that does not run', async () => {
    await expect(site.php('nonsense(')).rejects.toThrow(/Unclosed '\('/);
  });

  test('also lives in a subdirectory with plain addresses, beside another one', async () => {
    const other = await startWordPress({ subdirectory: 'blog', permalinks: 'plain' });
    try {
      expect(other.rest).toBe(`${other.url}/index.php?rest_route=/`);
      expect((await other.fetchRest('wp/v2/users/me?context=edit')).status).toBe(200);
      expect((await fetch(new URL('/wp-json/', other.url))).status).toBe(404);
    } finally {
      await other.remove();
    }
  });
});
