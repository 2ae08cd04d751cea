import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { RecordingKind } from '../../../core/document/schema.ts';
import type { EditorContext } from '../editor-context.ts';
import { words } from '../words.ts';
import { blockSelection, isInside, showEmptiness, showOwnWork } from './block-selection.ts';
import type { MakeNodeView } from './node-views.ts';

const kindOf = ({ attrs }: ProseMirrorNode): RecordingKind => (attrs.kind === 'audio' ? 'audio' : 'video');

/** "12 MB", as file managers say it. */
const sizeText = (bytes: number): string => {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const amount = bytes / (unit === 'kilobyte' ? 1000 : 1_000_000);
  return new Intl.NumberFormat('en', { style: 'unit', unit, maximumFractionDigits: amount < 10 ? 1 : 0 }).format(
    amount,
  );
};

/** The browser's own player. Nothing of the file is read yet. */
const playerFor = (node: ProseMirrorNode, address: string, poster: string): HTMLMediaElement => {
  const player = document.createElement(kindOf(node));
  const { width, height } = node.attrs;
  if (typeof width === 'number' && typeof height === 'number' && player instanceof HTMLVideoElement) {
    player.width = width;
    player.height = height;
  }
  if (player instanceof HTMLVideoElement) player.poster = poster;
  player.controls = true;
  player.preload = 'none';
  player.className = 'recording-player';
  player.src = address;
  return player;
};

/**
 * A video or audio file of the library in the browser's own player, with caption and credit. Its length and first picture are read
 * when the window is idle; a file that is missing says so and what to do.
 */
export const recordingView =
  (context: EditorContext): MakeNodeView =>
  ({ node, editor, getPos }): NodeView => {
    const dom = document.createElement('figure');
    const card = document.createElement('div');
    const about = document.createElement('div');
    const name = document.createElement('b');
    const facts = document.createElement('span');
    const slot = document.createElement('div');
    const contentDOM = document.createElement('figcaption');
    dom.className = 'recording';
    card.className = 'embed-card recording-card';
    card.contentEditable = 'false';
    about.className = 'embed-about';
    slot.className = 'block-tools';
    about.append(name, facts);
    card.append(about, slot);
    dom.append(card, contentDOM);

    const { type } = node;
    let current: ProseMirrorNode | null = null;
    let player: HTMLMediaElement | null = null;
    let idle = 0;

    const showAbsence = (why: 'missing' | 'none'): void => {
      player?.remove();
      player = null;
      name.textContent = words(`recording.${why}`);
      facts.textContent = words(`recording.${why}Next`);
      card.classList.add('is-missing');
    };
    const readFacts = async (media: string): Promise<void> => {
      const found = await context.mediaFacts(media);
      if (current?.attrs.media !== media || player === null) return;
      if (found === null) {
        showAbsence('missing');
        return;
      }
      const kind = words(`recording.kind.${kindOf(current)}`);
      name.textContent = found.name;
      facts.textContent = `${kind} · ${sizeText(found.bytes)}`;
      dom.ariaLabel = words(`recording.named.${kindOf(current)}`, { name: found.name });
      player.ariaLabel = found.name;
    };
    const posterOf = ({ attrs }: ProseMirrorNode): string =>
      typeof attrs.poster === 'string' ? context.pictureAddress(attrs.poster) : '';
    /** A player that has shown a frame shows its poster only when it begins anew. */
    const showPoster = (poster: string): void => {
      if (!(player instanceof HTMLVideoElement)) return;
      player.poster = poster;
      if (player.paused) player.load();
    };
    const showPlayer = (recording: ProseMirrorNode): void => {
      const { media } = recording.attrs;
      player?.remove();
      player = null;
      cancelIdleCallback(idle);
      card.classList.remove('is-missing');
      if (typeof media !== 'string') {
        showAbsence('none');
        return;
      }
      const kind = kindOf(recording);
      name.textContent = words(`recording.kind.${kind}`);
      facts.textContent = '';
      dom.ariaLabel = name.textContent;
      const shown = playerFor(recording, context.playerAddress(media), posterOf(recording));
      shown.addEventListener('error', () => player === shown && showAbsence('missing'));
      player = shown;
      card.prepend(shown);
      idle = requestIdleCallback(() => {
        shown.preload = 'metadata';
        void readFacts(media);
      });
    };

    const show = (recording: ProseMirrorNode): void => {
      showEmptiness(contentDOM, recording);
      const before = current;
      if (before?.attrs === recording.attrs) return;
      current = recording;
      showOwnWork(contentDOM, recording.attrs.ownWork === true);
      if (before === null || before.attrs.media !== recording.attrs.media) showPlayer(recording);
      else if (before.attrs.poster !== recording.attrs.poster) showPoster(posterOf(recording));
    };
    show(node);

    const at = (): number | undefined => getPos();
    const selection = blockSelection({ context, editor, kind: 'recording', slot: () => slot, dom, at });
    const isOwn = (event: Event): boolean => isInside(slot, event) || (player !== null && isInside(player, event));
    card.addEventListener('click', (event) => {
      if (!isOwn(event)) selection.select();
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
      stopEvent: isOwn,
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      destroy: () => {
        cancelIdleCallback(idle);
        player?.remove();
        player = null;
        selection.deselectNode();
      },
    };
  };
