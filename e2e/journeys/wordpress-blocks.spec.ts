import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { expect } from '../app.ts';
import type { WordPressSite } from '../servers/wordpress.ts';
import { test } from '../servers/wordpress-site.ts';
import { readerBrowser } from '../world/reader.ts';

/** What we send for every node and mark, as `core/rendering` proves it. */
const folder = join(import.meta.dirname, '../../core/rendering/fixtures');
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.wordpress.html'))
  .map((name) => ({ name, markup: readFileSync(join(folder, name), 'utf8').trim() }))
  .filter(({ markup }) => markup !== '');

/** A block as the block editor's parser gives it. */
type Block = { readonly name: string; readonly isValid: boolean; readonly innerBlocks: readonly Block[] };
type BlockEditor = {
  readonly wp: {
    readonly blocks: {
      readonly parse: (markup: string) => Block[];
      readonly serialize: (blocks: readonly Block[]) => string;
    };
  };
};

const openBlockEditor = async (page: Page, site: WordPressSite): Promise<void> => {
  const { login, password } = site.users.admin;
  await page.goto(`${site.url}/wp-login.php?redirect_to=${encodeURIComponent(`${site.url}/wp-admin/post-new.php`)}`);
  await page.getByLabel('Username or Email Address').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log In' }).click();
  // Its blocks are there once their saved form can be read.
  await page.waitForFunction(() => {
    const { wp } = globalThis as unknown as Partial<BlockEditor>;
    return wp?.blocks?.parse('<!-- wp:paragraph -->\n<p>x</p>\n<!-- /wp:paragraph -->')[0]?.isValid;
  });
};

test('the block editor of a real WordPress finds every block valid and writes it as we do', async ({ site }) => {
  const browser = await chromium.launch(readerBrowser);
  try {
    const page = await browser.newPage();
    await openBlockEditor(page, site);
    const read = await page.evaluate((given) => {
      const { blocks } = (globalThis as unknown as BlockEditor).wp;
      const wrong = (block: Block): string[] => [
        ...(block.isValid && block.name !== 'core/missing' && block.name !== 'core/freeform' ? [] : [block.name]),
        ...block.innerBlocks.flatMap(wrong),
      ];
      return given.map(({ name, markup }) => {
        const parsed = blocks.parse(markup);
        return { name, wrong: parsed.flatMap(wrong), written: blocks.serialize(parsed) };
      });
    }, fixtures);
    for (const [at, { name, wrong, written }] of read.entries()) {
      expect.soft(wrong, name).toEqual([]);
      // The one difference that it makes: a break without its slash.
      expect.soft(written, name).toBe(fixtures[at]?.markup.replaceAll('<br/>', '<br>'));
    }
  } finally {
    await browser.close();
  }
});

test('no role is too small to send it: what an author and a contributor send is stored as it is', async ({ site }) => {
  for (const role of ['author', 'contributor'] as const) {
    for (const { name, markup } of fixtures) {
      const answer = await site.fetchRest(
        'wp/v2/posts?context=edit',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ status: 'draft', title: name, content: markup }),
        },
        site.users[role],
      );
      const { content } = (await answer.json()) as { readonly content: { readonly raw: string } };
      // Its filter puts a space before the slash and changes nothing else.
      expect.soft(content.raw, `${name} as ${role}`).toBe(markup.replaceAll(/(?<! )\/>/g, ' />'));
    }
  }
});
