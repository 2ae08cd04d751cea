import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../app.ts';
import { ask } from '../pages/contract.ts';
import { mainWindow } from '../pages/main-window.ts';
import { startArticleSite } from '../world/articles/site.ts';

/** The processes that read pages now. */
const readers = (app: ElectronApplication): Promise<number[]> =>
  app.evaluate(({ app: inside }) =>
    inside
      .getAppMetrics()
      .filter(({ name, serviceName }) => [name, serviceName].includes('Rejoinder page reader'))
      .map(({ pid }) => pid),
  );

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** What V8 was told in a process, by its id. Chromium writes all it was started with into one line. */
const flagsOf = async (pid: number): Promise<string> =>
  /--js-flags=--max-old-space-size=\d+ --disallow-code-generation-from-strings\b/.exec(
    await readFile(`/proc/${pid}/cmdline`, 'utf8'),
  )?.[0] ?? '';

test('a page that keeps its reader busy is killed after ten seconds, and the app goes on', async ({ rejoinder }) => {
  const site = await startArticleSite();
  try {
    const page = await rejoinder.launch();
    const began = Date.now();
    const read = ask(page, 'sources', 'read', {
      reading: crypto.randomUUID(),
      url: `${site.origin}/hostile/slow`,
      typed: true,
    });
    await expect.poll(() => readers(rejoinder.app)).toHaveLength(1);
    const [pid = 0] = await readers(rejoinder.app);
    // Meanwhile one writes as ever.
    await mainWindow(page).newPost();
    await page.keyboard.type('Meanwhile');
    await expect(mainWindow(page).editor.headline).toContainText('Meanwhile');
    expect(await read).toMatchObject({ article: null, trouble: 'page/unreadable', fields: { publisher: '127.0.0.1' } });
    expect(Date.now() - began).toBeGreaterThan(9000);
    expect(Date.now() - began).toBeLessThan(15_000);
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(await readers(rejoinder.app)).toEqual([]);
  } finally {
    await site.close();
  }
});

test('pages of a million parts are read in time and memory or given up, and leave no process behind', async ({
  rejoinder,
}) => {
  const site = await startArticleSite();
  try {
    const page = await rejoinder.launch();
    for (const path of ['/hostile/nodes', '/hostile/nested', '/hostile/multiplying']) {
      const url = `${site.origin}${path}`;
      const began = Date.now();
      const { trouble } = await ask(page, 'sources', 'read', { reading: crypto.randomUUID(), url, typed: true });
      // Which of the two it is depends on the machine.
      expect([null, 'page/unreadable']).toContain(trouble);
      expect(Date.now() - began).toBeLessThan(15_000);
      await expect.poll(() => readers(rejoinder.app)).toEqual([]);
    }
  } finally {
    await site.close();
  }
});

test('the reader of pages may take 768 MB and runs no text as code', async ({ rejoinder }) => {
  test.skip(process.platform !== 'linux', 'Only Linux tells what a process was started with.');
  const site = await startArticleSite();
  try {
    const page = await rejoinder.launch();
    const reading = crypto.randomUUID();
    const read = ask(page, 'sources', 'read', { reading, url: `${site.origin}/hostile/slow`, typed: true });
    await expect.poll(() => readers(rejoinder.app)).toHaveLength(1);
    const [pid = 0] = await readers(rejoinder.app);
    const flags = await flagsOf(pid);
    const limits = await rejoinder.app.evaluate(
      ({ utilityProcess }, { script, execArgv }) =>
        new Promise<{ readonly bytes: number; readonly runsText: boolean }>((told) => {
          const child = utilityProcess.fork(script, [], { execArgv });
          child.once('message', (limits) => {
            told(limits);
            child.kill();
          });
        }),
      { script: join(import.meta.dirname, '..', 'world', 'process-limits.cjs'), execArgv: [flags] },
    );
    expect(limits.runsText).toBe(false);
    // What it keeps for new objects comes on top.
    expect(limits.bytes).toBeGreaterThan(768 * 2 ** 20);
    expect(limits.bytes).toBeLessThan(1000 * 2 ** 20);
    await ask(page, 'sources', 'cancel', { reading });
    await expect(read).rejects.toThrow('page/cancelled');
    await expect.poll(() => isAlive(pid)).toBe(false);
  } finally {
    await site.close();
  }
});
