import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { type CommandId, commandOf } from '../../../core/commands/table.ts';

/** What of Chromium's answer to a right click, or to the menu key, decides what the menu offers. */
export type Clicked = Pick<
  ContextMenuParams,
  'isEditable' | 'formControlType' | 'linkURL' | 'selectionText' | 'misspelledWord' | 'dictionarySuggestions'
> & {
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>;
};

export type ContextActions = {
  readonly run: (id: CommandId) => void;
  readonly canRun: (id: CommandId) => boolean;
  /** Null for a link that leads nowhere outside the app. */
  readonly openLink: ((address: string) => void) | null;
  readonly copyLink: (address: string) => void;
  /** Puts another word in the place of the misspelled one. */
  readonly replace: (word: string) => void;
  /** Takes the word as well spelled from now on, in every post. */
  readonly learn: (word: string) => void;
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The commands for words of the post, where they can run. */
const forWords: readonly CommandId[] = ['format.link', 'format.remove-link', 'insert.citation'];

const spellingItems = (
  { misspelledWord, dictionarySuggestions }: Clicked,
  { replace, learn }: ContextActions,
): MenuItemConstructorOptions[] =>
  misspelledWord === ''
    ? []
    : [
        ...(dictionarySuggestions.length > 0
          ? dictionarySuggestions.map((word) => ({ label: word, click: () => replace(word) }))
          : [{ label: 'No suggestions', enabled: false }]),
        separator,
        { label: 'Add to dictionary', click: () => learn(misspelledWord) },
        separator,
      ];

const linkItems = ({ linkURL }: Clicked, { openLink, copyLink }: ContextActions): MenuItemConstructorOptions[] =>
  linkURL === '' || openLink === null
    ? []
    : [
        { label: 'Open link in the browser', click: () => openLink(linkURL) },
        { label: 'Copy link address', click: () => copyLink(linkURL) },
        separator,
      ];

const roleItem = (id: CommandId, enabled: boolean): MenuItemConstructorOptions => {
  const { label, role } = commandOf(id);
  return { label, enabled, ...(role === undefined ? {} : { role }) };
};

const commandItem = (id: CommandId, enabled: boolean, { run }: ContextActions): MenuItemConstructorOptions => ({
  label: commandOf(id).label,
  enabled,
  click: () => run(id),
});

const editItems = ({ editFlags, isEditable }: Clicked, actions: ContextActions): MenuItemConstructorOptions[] =>
  isEditable
    ? [
        roleItem('edit.cut', editFlags.canCut),
        roleItem('edit.copy', editFlags.canCopy),
        roleItem('edit.paste', editFlags.canPaste),
        commandItem('edit.paste-plain', editFlags.canPaste, actions),
        separator,
        roleItem('edit.select-all', editFlags.canSelectAll),
      ]
    : [roleItem('edit.copy', editFlags.canCopy)];

/** The items of the menu at a place of the window; none where there is nothing to do with it. */
export const contextItems = (clicked: Clicked, actions: ContextActions): readonly MenuItemConstructorOptions[] => {
  const links = linkItems(clicked, actions);
  if (!clicked.isEditable && clicked.selectionText.trim() === '') return links.slice(0, -1);
  const inPost = clicked.isEditable && clicked.formControlType === 'none';
  const words = inPost
    ? forWords
        .filter((id) => actions.canRun(id))
        .map((id): MenuItemConstructorOptions => ({ label: commandOf(id).label, click: () => actions.run(id) }))
    : [];
  return [
    ...spellingItems(clicked, actions),
    ...links,
    ...editItems(clicked, actions),
    ...(words.length > 0 ? [separator, ...words] : []),
  ];
};
