import { expect, test } from 'vitest';
import type { Command } from '../../core/commands/command.ts';
import { commands } from '../../core/commands/table.ts';
import { tableEdits } from '../../core/document/editing/tables.ts';
import { markCommands } from '../editor/formats.ts';

const sources: Record<string, string> = import.meta.glob(['../{app,editor,features}/**/*.{ts,tsx}', '!**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const everything = Object.values(sources).join('\n');

/** What stands behind the start of an id that is put together, e.g. `table.${id}`. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'table.': Object.keys(tableEdits),
  'format.heading-': ['2', '3', '4'],
  'picture.': ['left', 'right', 'wide', 'medium', 'small'],
};

/** Ids where somebody says what they do: in `useCommand`, or in a list of formats. */
const carriedOut = new Set([
  ...[...everything.matchAll(/(?:\buseCommand\(\s*|(?<!readonly )\bid: )'([^']+)'/g)].map(([, id]) => id),
  ...[...everything.matchAll(/(?:\buseCommand\(\s*|(?<!readonly )\bid: )`([^$`]+)\$\{/g)].flatMap(([, start = '']) =>
    (endings[start] ?? []).map((ending) => start + ending),
  ),
  ...markCommands.map(([id]) => id),
]);

const roleless = (commands as readonly Command[]).filter(({ role }) => role === undefined);

test.each(roleless.map(({ id }) => id))('somebody in the window carries out %s', (id) => {
  expect(carriedOut).toContain(id);
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
