import { expect, test } from 'vitest';
import type { Command } from '../../core/commands/command.ts';
import { commands } from '../../core/commands/table.ts';

const sources: Record<string, string> = import.meta.glob(['../{app,editor,features}/**/*.{ts,tsx}', '!**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const everything = Object.values(sources).join('\n');

/** Ids that are put together, e.g. `table.${id}`: what stands before the first `${`. */
const starts = [...everything.matchAll(/`([a-z]+\.[a-z-]*)\$\{/g)].map((match) => match[1] ?? '');

const roleless = (commands as readonly Command[]).filter(({ role }) => role === undefined);

test.each(roleless.map(({ id }) => id))('somebody in the window carries out %s', (id) => {
  expect(everything.includes(`'${id}'`) || starts.some((start) => start !== '' && id.startsWith(start))).toBe(true);
});

/** Files that say what commands do; all others ask for them. */
const carriesOut = /\/(window-state|window-commands|opening)\.ts$/;

test('what a command does is asked for by its command and done nowhere else', () => {
  const others = Object.entries(sources).filter(([file]) => !carriesOut.test(file));
  expect(others.length).toBeGreaterThan(100);
  for (const [file, text] of others) {
    // A sheet may open another over itself; that is a step inside it.
    const opened = [...text.matchAll(/\bopenSheet\(([^)]*)\)/g)].filter((match) => !match[1]?.includes('back: true'));
    expect(
      opened.map(([call]) => call),
      file,
    ).toEqual([]);
    expect(text, file).not.toMatch(/\bcreatePost\(\)|\bshowExample\(\)|\bwalkPanes\(/);
  }
});

test('every button of the toolbar runs a command', () => {
  const toolbar = sources['./toolbar.tsx'] ?? '';
  const handlers = [...toolbar.matchAll(/onClick=\{([^}]*)\}/g)].map((match) => match[1]);
  expect(handlers.length).toBeGreaterThan(2);
  for (const handler of handlers) expect(handler).toContain('runCommand(');
});
