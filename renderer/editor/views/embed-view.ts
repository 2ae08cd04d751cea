import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { EmbedAttributes } from '../../../core/document/schema.ts';
import { keptEmbed, kindOfEmbed, pageOf, playerOf, siteNameOf } from '../../../core/embeds/embed-address.ts';
import { startText } from '../../../core/embeds/start-time.ts';
import type { EditorContext } from '../editor-context.ts';
import { embedWords } from '../embeds/embed-words.ts';
import { words } from '../words.ts';
import { blockSelection, isInside, showEmptiness } from './block-selection.ts';
import { figureSuggestions } from './figure-suggestions.ts';
import type { MakeNodeView } from './node-views.ts';

const attributesOf = (node: ProseMirrorNode): EmbedAttributes => node.attrs as EmbedAttributes;

/** The sign of a play button, or of a page that opens elsewhere; drawn once and copied. */
const sign = (path: string): SVGSVGElement => {
  const space = 'http://www.w3.org/2000/svg';
  const drawn = document.createElementNS(space, 'svg');
  const line = document.createElementNS(space, 'path');
  drawn.setAttribute('viewBox', '0 0 24 24');
  drawn.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  drawn.append(line);
  return drawn;
};
const playPath = 'M6 4.5v15l13-7.5z';
const openPath = 'M14 5h5v5M19 5l-8 8M17 14v5H5V7h5';

/**
 * The player of the site itself in a frame that can reach nothing of the app. It is made only after a click: until
 * then nothing is asked of the network.
 */
const playerFrame = (playerUrl: string, title: string): HTMLIFrameElement => {
  const frame = document.createElement('iframe');
  const address = new URL(playerUrl);
  address.searchParams.set('autoplay', '1');
  // The players run scripts and keep their own settings; they get their own origin and nothing else.
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-presentation');
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
  // Players refuse to play without knowing that some page asked.
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.title = title;
  frame.src = address.href;
  frame.className = 'embed-player';
  return frame;
};

/** What is shown of an embed; what it is follows from its address alone. */
const shownOf = (attributes: EmbedAttributes) => {
  const embed = keptEmbed(attributes);
  const [site, kind] = [siteNameOf(embed), kindOfEmbed(embed)];
  const name = attributes.title || words(`embed.untitled.${kind}`, { site });
  return { ...attributes, site, kind, name, page: pageOf(embed), player: playerOf(embed) };
};
type Shown = ReturnType<typeof shownOf>;

/** Whose it is, from when, and what a click does. */
const aboutText = ({ site, author, start, asLink, waiting, player }: Shown, offline: boolean): string => {
  const from = startText(start);
  return [
    site,
    ...(author && author !== site ? [author] : []),
    ...(from === '' ? [] : [words('embed.startsAt', { start: from })]),
    ...(asLink ? [words('embed.goesOutAsLink')] : []),
    ...(waiting ? [words('embed.waiting')] : []),
    words(`embed.${player !== null ? (offline ? 'offline' : 'playsAfterClick') : 'opensInBrowser'}`),
  ].join(' · ');
};

/** An embed as a card: works offline, plays after a click, and is put away again when the card is left for good. */
export const embedView =
  (context: EditorContext): MakeNodeView =>
  ({ node, editor, getPos }): NodeView => {
    const dom = document.createElement('figure');
    const card = document.createElement('div');
    const play = document.createElement('button');
    const about = document.createElement('div');
    const title = document.createElement('b');
    const site = document.createElement('span');
    const stopButton = document.createElement('button');
    const slot = document.createElement('div');
    const contentDOM = document.createElement('figcaption');
    dom.className = 'embed';
    card.className = 'embed-card';
    card.contentEditable = 'false';
    play.type = 'button';
    play.className = 'embed-poster';
    play.tabIndex = -1;
    about.className = 'embed-about';
    slot.className = 'block-tools';
    stopButton.type = 'button';
    stopButton.className = 'embed-stop';
    stopButton.tabIndex = -1;
    stopButton.textContent = words('embed.stop');
    about.append(title, site, stopButton);
    card.append(play, about, slot);
    dom.append(card, contentDOM);

    const at = (): number | undefined => getPos();
    const suggestions = figureSuggestions({
      caption: contentDOM,
      origin: embedWords(() => editor.view, at),
      label: words('embed.suggestions'),
      view: () => editor.view,
      isEditable: () => editor.isEditable,
      at,
    });
    const { type } = node;
    let current: ProseMirrorNode | null = null;
    let player: HTMLIFrameElement | null = null;
    const stop = (): void => {
      player?.remove();
      player = null;
      card.classList.remove('is-playing');
    };
    const showPoster = ({ player: address, name, thumbnail }: Shown): void => {
      const plays = address !== null;
      play.setAttribute('aria-label', plays ? words('embed.play', { title: name }) : words('embed.open'));
      play.replaceChildren(sign(plays ? playPath : openPath));
      if (thumbnail === null) return;
      const still = document.createElement('img');
      still.alt = '';
      still.draggable = false;
      still.src = context.pictureAddress(thumbnail);
      still.addEventListener('error', () => still.remove());
      play.prepend(still);
    };
    const show = (next: ProseMirrorNode): void => {
      showEmptiness(contentDOM, next);
      suggestions.show(next);
      if (current?.attrs === next.attrs) return;
      const embed = shownOf(attributesOf(next));
      if (current && (current.attrs.url !== embed.url || current.attrs.start !== embed.start)) stop();
      title.textContent = embed.name;
      dom.ariaLabel = words(`embed.named.${embed.kind}`, { title: embed.name });
      site.textContent = aboutText(embed, false);
      showPoster(embed);
      current = next;
    };
    show(node);

    stopButton.addEventListener('click', stop);
    play.addEventListener('click', () => {
      const embed = shownOf(attributesOf(current ?? node));
      if (embed.player === null) {
        context.openLink(embed.page);
        return;
      }
      if (!navigator.onLine) {
        site.textContent = aboutText(embed, true);
        return;
      }
      stop();
      player = playerFrame(embed.player, embed.name);
      player.dataset.kind = embed.kind;
      if (embed.kind === 'video' && embed.width !== null && embed.height !== null) {
        player.style.setProperty('aspect-ratio', `${embed.width} / ${embed.height}`);
      }
      card.classList.add('is-playing');
      card.prepend(player);
    });

    const selection = blockSelection({ context, editor, kind: 'embed', slot: () => slot, dom, at });
    card.addEventListener('click', (event) => {
      if (![slot, play, stopButton].some((part) => isInside(part, event))) selection.select();
    });

    return {
      dom,
      contentDOM,
      update: (next) => {
        if (next.type !== type) return false;
        show(next);
        selection.updated(next);
        return true;
      },
      selectNode: () => selection.selectNode(current ?? node),
      deselectNode: selection.deselectNode,
      stopEvent: (event) => suggestions.holds(event) || [slot, play, stopButton].some((part) => isInside(part, event)),
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      destroy: () => {
        stop();
        suggestions.destroy();
        selection.deselectNode();
      },
    };
  };
