import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { parseVideoAddress, type VideoProvider, videoSites } from '../../../core/document/video.ts';
import type { EditorContext } from '../editor-context.ts';
import { words } from '../words.ts';
import { blockSelection, isInside, showEmptiness } from './block-selection.ts';
import type { MakeNodeView } from './node-views.ts';

const isProvider = (value: unknown): value is VideoProvider =>
  typeof value === 'string' && Object.hasOwn(videoSites, value);

const siteOf = (node: ProseMirrorNode): string => {
  const { provider } = node.attrs;
  return isProvider(provider) ? videoSites[provider] : '';
};

/** The sign of a play button, drawn once and copied. */
const playSign = (): SVGSVGElement => {
  const space = 'http://www.w3.org/2000/svg';
  const sign = document.createElementNS(space, 'svg');
  const triangle = document.createElementNS(space, 'path');
  sign.setAttribute('viewBox', '0 0 24 24');
  sign.setAttribute('aria-hidden', 'true');
  triangle.setAttribute('d', 'M6 4.5v15l13-7.5z');
  sign.append(triangle);
  return sign;
};

/**
 * The player of the video's own site in a frame that can reach nothing of the app. It is made only after a click: until
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

/** A video as a card: works offline, plays after a click, and is put away again when the card is left for good. */
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
    play.append(playSign());
    play.setAttribute('aria-label', words('video.play'));
    about.className = 'embed-about';
    slot.className = 'block-tools';
    stopButton.type = 'button';
    stopButton.className = 'embed-stop';
    stopButton.tabIndex = -1;
    stopButton.textContent = words('video.stop');
    about.append(title, site, stopButton);
    card.append(play, about, slot);
    dom.append(card, contentDOM);

    const { type } = node;
    let current: ProseMirrorNode | null = null;
    let player: HTMLIFrameElement | null = null;
    const nameOf = (it: ProseMirrorNode): string =>
      String(it.attrs.title || '') || words('video.untitled', { site: siteOf(it) });
    const stop = (): void => {
      player?.remove();
      player = null;
      card.classList.remove('is-playing');
    };
    const show = (next: ProseMirrorNode): void => {
      showEmptiness(contentDOM, next);
      if (current?.attrs === next.attrs) return;
      if (current && current.attrs.url !== next.attrs.url) stop();
      title.textContent = nameOf(next);
      dom.ariaLabel = words('video.named', { title: nameOf(next) });
      site.textContent = words('video.playsAfterClick', { site: siteOf(next) });
      current = next;
    };
    show(node);

    stopButton.addEventListener('click', stop);
    play.addEventListener('click', () => {
      const video = parseVideoAddress(String((current ?? node).attrs.url));
      if (!video.ok) return;
      if (!navigator.onLine) {
        site.textContent = words('video.offline', { site: siteOf(current ?? node) });
        return;
      }
      stop();
      player = playerFrame(video.value.playerUrl, nameOf(current ?? node));
      card.classList.add('is-playing');
      card.prepend(player);
    });

    const at = (): number | undefined => getPos();
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
      stopEvent: (event) => [slot, play, stopButton].some((part) => isInside(part, event)),
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      destroy: () => {
        stop();
        selection.deselectNode();
      },
    };
  };
