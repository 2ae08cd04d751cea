import type { EditorState } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { embedOf } from '../../../core/embeds/embed-address.ts';
import type { Bridge } from '../../../core/ipc.ts';
import { announce } from '../../ui/announce.ts';
import { dismissNotice, showNotice } from '../../ui/notices.ts';
import { startUndoStep } from '../undo/undo-history.ts';
import { words } from '../words.ts';

type Needs = {
  readonly editor: () => Editor;
  readonly listed: Bridge['embeds']['listed'];
  /** Asks about the embed at a place. */
  readonly read: (at: number) => void;
};

/** Where the line of a section begins that is this address alone, the next one to the caret; null where there is none. */
const lineOf = ({ doc, selection }: EditorState, address: string): number | null => {
  let found: number | null = null;
  doc.forEach((section, start) => {
    section.forEach((line, offset) => {
      const at = start + 1 + offset;
      const isNearer = found === null || Math.abs(at - selection.head) < Math.abs(found - selection.head);
      if (line.type.name === 'paragraph' && line.textContent.trim() === address && isNearer) found = at;
    });
  });
  return found;
};

/**
 * What becomes of a pasted address that is not of the table of sites. The public list of oEmbed is looked into behind the paste: where it says that the
 * address is something to be shown, its line becomes a card, in an undo step of its own; where it may as well be an article, the card is offered.
 */
export const pastedAddresses = ({ editor, listed, read }: Needs) => {
  let offered: number | null = null;

  const makeCard = (address: string): boolean => {
    const embed = embedOf(address);
    const at = embed.ok && editor().isEditable ? lineOf(editor().state, address) : null;
    if (!embed.ok || at === null) return false;
    const made = editor()
      .chain()
      .command(({ tr }) => startUndoStep(tr) === tr)
      .replaceByEmbed(at, { url: embed.value.url, waiting: true })
      .run();
    if (made) read(at);
    return made;
  };
  const offer = (address: string, site: string): void => {
    const take = (): void => {
      if (editor().isDestroyed) return;
      if (!makeCard(address)) showNotice({ text: words('embed.offerGone') });
      editor().view.focus();
    };
    offered = showNotice({
      text: words('embed.offer', { site }),
      action: { label: words('embed.offerTake'), onAction: take },
    });
  };
  const withdraw = (): void => {
    if (offered !== null) dismissNotice(offered);
    offered = null;
  };

  return {
    /** Looks at an address that was pasted on an empty line. */
    look: async (address: string): Promise<void> => {
      withdraw();
      const embed = embedOf(address);
      if (!embed.ok) return;
      const found = await listed({ url: embed.value.url });
      if (!found.ok || found.value === null || editor().isDestroyed) return;
      const { site, isCertain } = found.value;
      if (!isCertain) offer(address, site);
      else if (makeCard(address)) announce(words('embed.madeCard', { site }));
    },
    /** An offer for a post that is closed is none. */
    stop: withdraw,
  };
};
