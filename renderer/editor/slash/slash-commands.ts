import fuzzysort from 'fuzzysort';
import type { Command } from '../../../core/commands/command.ts';
import { type CommandId, commands } from '../../../core/commands/table.ts';

/** A command that the slash menu offers. */
export type SlashCommand = Command & { readonly id: CommandId };

/** Below this score (1 is the word itself, 0 nothing in common) letters only happen to occur in that order. */
const threshold = 0.4;

/** What puts something into the text, and what turns a paragraph into something, in the table's order. */
export const slashCommands: readonly SlashCommand[] = (commands as readonly SlashCommand[]).filter(
  ({ menu, needs, slash }) => slash !== undefined || (menu === 'insert' && needs === 'editor'),
);

// Each by itself, so that a whole word counts for more than a part of one.
const otherWords = [0, 1, 2, 3].map(
  (at) =>
    ({ slash = [] }: SlashCommand) =>
      slash[at] ?? '',
);

/** The commands that the letters after the slash mean, best first: by their label, or by other words for it. */
export const slashMatches = (query: string, offered: readonly SlashCommand[]): readonly SlashCommand[] => {
  if (query.trim() === '') return offered;
  return fuzzysort
    .go(query.trim(), offered, { keys: [({ label }) => label, ...otherWords], threshold })
    .map(({ obj }) => obj);
};
