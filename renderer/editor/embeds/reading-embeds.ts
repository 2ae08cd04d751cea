import type { Editor } from '@tiptap/react';
import type { EmbedAttributes } from '../../../core/document/schema.ts';
import { type Embed, keptEmbed } from '../../../core/embeds/embed-address.ts';
import { canBeAsked, type EmbedReading } from '../../../core/embeds/embed-reading.ts';
import type { Bridge } from '../../../core/ipc.ts';
import type { Trouble } from '../../../core/trouble.ts';
import { announce } from '../../ui/announce.ts';
import { trackPlace } from '../pictures.ts';
import { startUndoStep } from '../undo/undo-history.ts';
import { words } from '../words.ts';

type Needs = {
  readonly editor: () => Editor;
  readonly embeds: Bridge['embeds'];
  readonly onTrouble: (trouble: Trouble) => void;
};

/** The embed waits while nobody can be reached. */
const waitsFor = ({ code }: Trouble): boolean =>
  code.startsWith('network/') && code !== 'network/private' && code !== 'network/too-large';

/** The embed that a short link leads to, from the start time that was set for the link. */
const ledTo = ({ start }: EmbedAttributes, leadsTo: EmbedReading['leadsTo']): Partial<EmbedAttributes> => {
  if (leadsTo === null) return {};
  const { provider, id, url } = keptEmbed(leadsTo);
  return { provider, videoId: id, url, start: start || leadsTo.start };
};

/** The title that the writer wrote stays; everything else is the site's. */
const filled = (
  before: EmbedAttributes,
  { title, author, size, thumbnail, leadsTo }: EmbedReading,
): EmbedAttributes => ({
  ...before,
  ...ledTo(before, leadsTo),
  title: before.title || title,
  author,
  width: size?.width ?? null,
  height: size?.height ?? null,
  thumbnail: thumbnail ?? before.thumbnail,
  waiting: false,
});

/**
 * Asks the sites of embeds for title, author and still picture, because the writer put one there or wants it read again. What comes in is part of the
 * newest undo step, so that undoing an embed is one step.
 */
export const readingEmbeds = ({ editor, embeds, onTrouble }: Needs) => {
  /** By reading, the address that is asked about. */
  const underWay = new Map<string, string>();
  /** Addresses that were typed while this post was open. */
  const typed = new Set<string>();

  const embedAt = (at: number): EmbedAttributes | null => {
    const node = editor().isDestroyed ? null : editor().state.doc.nodeAt(at);
    return node?.type.name === 'embed' ? (node.attrs as EmbedAttributes) : null;
  };
  const change = (at: number, attributes: EmbedAttributes): void => {
    const { tr } = editor().state;
    editor().view.dispatch(tr.setNodeMarkup(at, null, attributes).setMeta('addToHistory', false));
  };

  const read = async (at: number, isTold: boolean): Promise<void> => {
    const asked = embedAt(at);
    if (asked === null || !canBeAsked(keptEmbed(asked)) || [...underWay.values()].includes(asked.url)) return;
    if (!asked.waiting) change(at, { ...asked, waiting: true });
    const place = trackPlace(editor(), at);
    const reading = crypto.randomUUID();
    underWay.set(reading, asked.url);
    const answered = await embeds.read({ reading, url: asked.url, typed: typed.has(asked.url) });
    underWay.delete(reading);
    place.stop();
    const now = embedAt(place.place());
    // Removed, or taken back, while its site was asked.
    if (now?.url !== asked.url) return;
    if (answered.ok) {
      change(place.place(), filled(now, answered.value));
      announce(words('embed.read', { title: now.title || answered.value.title || now.url }));
      return;
    }
    const { code } = answered.error;
    const waits = waitsFor(answered.error);
    if (!waits && now.waiting) change(place.place(), { ...now, waiting: false });
    if (code !== 'page/cancelled' && (isTold || (!waits && code !== 'embed/silent'))) onTrouble(answered.error);
  };

  const readWaiting = (): void => {
    if (!navigator.onLine || !editor().isEditable) return;
    editor().state.doc.descendants((node, at) => {
      if (node.type.name === 'embed' && node.attrs.waiting === true) void read(at, false);
      return !node.isTextblock;
    });
  };

  return {
    /** Puts an embed after the block with the caret and asks about it; `isTyped`: the writer typed its address. */
    insert: (embed: Embed, isTyped: boolean): boolean => {
      if (isTyped) typed.add(embed.url);
      const { url, start } = embed;
      const waiting = canBeAsked(embed);
      const inserted = editor()
        .chain()
        .command(({ tr }) => startUndoStep(tr) === tr)
        .insertEmbed({ url, start, waiting })
        .run();
      // The caret stands in its caption.
      if (inserted && waiting) void read(editor().state.selection.$from.before(-1), false);
      return inserted;
    },
    /** Asks about the embed at a place that came into the post by itself. */
    read: (at: number): void => {
      void read(at, false);
    },
    /** Asks again about the embed at a place, and says it when its site says nothing. */
    again: (at: number): void => {
      void read(at, true);
    },
    /** The embed at a place waits no more. */
    cancel: (at: number): void => {
      const embed = embedAt(at);
      if (embed === null) return;
      for (const [reading, asked] of underWay) if (asked === embed.url) void embeds.cancel({ reading });
      change(at, { ...embed, waiting: false });
    },
    /** Asks about every embed that waits: when the post was read behind its first paint, and when the computer is online again. */
    readWaiting,
    stop: (): void => {
      for (const reading of underWay.keys()) void embeds.cancel({ reading });
    },
  };
};
