import { setTimeout as passed } from 'node:timers/promises';
import { expect, type Rejoinder, test } from '../app.ts';
import { ask, openPost } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { chance, rounds, seed } from './soak.ts';

// A trace photographs the window at every key, and nobody types as slowly as that.
test.use({ trace: 'off' });

/** What may be lost of what was typed, in milliseconds before the kill. */
const mayBeLost = 1000;

const words = ['harbour', 'ferry', 'the', 'tide', 'naïve', 'closes', 'on', 'Sunday,', 'again.', '„quoted“', '港', '🛟'];

type Key = { readonly sign: string; readonly at: number };

/** The post as it is seen: its paragraphs below the headline. */
const seen = async (rejoinder: Rejoinder): Promise<string> => {
  const { text, headline } = mainWindow(rejoinder.window).editor;
  await expect(headline).toHaveText('Typed in one breath');
  return (await text.locator('p').allTextContents()).join('\n');
};

/** Types at the end of the post, with rests, until `ended`; answers each sign with the moment it was in the window. */
const typeUntil = async (rejoinder: Rejoinder, random: () => number, ended: () => boolean): Promise<Key[]> => {
  const { keyboard } = rejoinder.window;
  const typed: Key[] = [];
  while (!ended()) {
    const word = random() < 0.05 ? '\n' : `${words[Math.floor(random() * words.length)]} `;
    for (const sign of word) {
      try {
        if (sign === '\n') await keyboard.press('Enter');
        else await keyboard.type(sign);
      } catch (error) {
        if (!ended()) throw error;
        // It was under way when the app died, and may have arrived.
        return [...typed, { sign, at: performance.now() }];
      }
      typed.push({ sign, at: performance.now() });
      await passed(random() * 30);
    }
    // A rest of this length is when a snapshot is taken.
    if (random() < 0.02) await passed(1900 + random() * 200);
  }
  return typed;
};

test('what was typed up to one second before a kill is there at the next start', async ({ rejoinder }) => {
  const kills = rounds(20);
  test.setTimeout(60_000 + kills * 15_000);
  console.log(`Killed while typing: SOAK_SEED=${seed}, ${kills} times`);
  const random = chance(seed);

  await rejoinder.launch();
  await rejoinder.menu('File', 'New blank post');
  await mainWindow(rejoinder.window).editor.headline.and(rejoinder.window.locator('.is-empty')).waitFor();
  await rejoinder.window.keyboard.type('Typed in one breath\n');
  const stored = async () => JSON.stringify((await openPost(rejoinder.window)).document);
  await expect.poll(stored).toContain('Typed in one breath');
  let before = '';
  let longest = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    await test.step(`kill ${kill}`, async () => {
      let killedAt = Number.POSITIVE_INFINITY;
      const killed = passed(50 + random() * 2950).then(() => {
        killedAt = performance.now();
        return rejoinder.kill();
      });
      const typed = await typeUntil(rejoinder, random, () => killedAt < Number.POSITIVE_INFINITY);
      await killed;

      await rejoinder.launch();
      const text = await seen(rejoinder);
      const whole = before + typed.map(({ sign }) => sign).join('');
      const kept = typed.filter(({ at }) => at <= killedAt - mayBeLost);
      const wanted = before + kept.map(({ sign }) => sign).join('');
      expect(text.startsWith(wanted), `There is\n${text}\nand at least this was typed\n${wanted}`).toBe(true);
      expect(whole.startsWith(text), `There is\n${text}\nand at most this was typed\n${whole}`).toBe(true);
      const first = typed.findIndex((_, at) => before.length + prefixLength(typed, at + 1) > text.length);
      longest = Math.max(longest, first < 0 ? 0 : killedAt - (typed[first]?.at ?? killedAt));
      before = text;
      await rejoinder.window.getByRole('textbox', { name: 'Post', exact: true }).focus();
      await rejoinder.window.keyboard.press('Control+End');
    });
  }
  console.log(
    `The oldest sign lost was typed ${Math.round(longest)} ms before its kill; ${before.length} signs are there.`,
  );
  const { items } = await ask(rejoinder.window, 'posts', 'list', { filter: 'all', query: '', offset: 0, limit: 10 });
  expect(items.map(({ headline }) => headline)).toContain('Typed in one breath');
  expect(items).toHaveLength(2);
});

/** How long the first `count` signs are together, in UTF-16 units. */
const prefixLength = (typed: readonly Key[], count: number): number =>
  typed.slice(0, count).reduce((length, { sign }) => length + sign.length, 0);
