import { expect, test } from '../app.ts';
import { ask } from '../pages/contract.ts';
import { startArticleSite } from '../world/articles/site.ts';

test('a page is read in a process of its own, and its article is kept', async ({ rejoinder }) => {
  const site = await startArticleSite();
  try {
    const page = await rejoinder.launch();
    const read = (path: string) =>
      ask(page, 'sources', 'read', { reading: crypto.randomUUID(), url: `${site.origin}${path}`, typed: true });
    const { fields, article, trouble } = await read('/newspaper/japanese');
    expect([fields.title, fields.authors, trouble]).toEqual(['夜の市場に戻ってきた紙芝居', ['高橋みさき'], null]);
    const { text } = await ask(page, 'sources', 'article', { sha256: article ?? '' });
    expect(text.split('\n')).toHaveLength(3);
    expect(await read('/hostile/nested')).toMatchObject({ article: null, trouble: 'page/unreadable' });
    expect((await read('/newspaper/japanese')).article).toBe(article);
  } finally {
    await site.close();
  }
});
