import { NodeSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import type { CommandId } from '../../core/commands/table.ts';
import { type CaptionedBlock, captionedAtCaret } from '../../core/document/editing/captioned.ts';
import { galleryAtCaret } from '../../core/document/editing/gallery.ts';
import type { EmbedAttributes } from '../../core/document/schema.ts';
import { keptEmbed, pageOf } from '../../core/embeds/embed-address.ts';
import { canBeAsked } from '../../core/embeds/embed-reading.ts';
import { embedProvider } from '../../core/embeds/providers.ts';
import { type CommandReason, useCommand } from '../app/commands.ts';
import type { EditorContext, SelectedBlock } from './editor-context.ts';
import { asOwnStep } from './section-actions.ts';
import { useAtCaret } from './use-at-caret.ts';

type Props = {
  readonly editor: Editor;
  readonly context: EditorContext;
  /** The picture that stands for the post in lists (SHA-256); null while none was chosen. */
  readonly featured: string | null;
  readonly onFeature: (sha256: string | null) => void;
  /** Opens the file dialog and puts the chosen picture in the place of the selected one. */
  readonly onReplacePicture: (block: SelectedBlock) => void;
  /** The same for a video or audio file. */
  readonly onReplaceRecording: (block: SelectedBlock) => void;
};

/** What of the caret's place decides which of these commands can run. */
const placeOf = (state: Editor['state']) => {
  const block = captionedAtCaret(state);
  const gallery = galleryAtCaret(state);
  const isGallery = state.selection instanceof NodeSelection && state.selection.from === gallery?.at;
  return { kind: block?.kind ?? null, attributes: block?.node.attrs ?? null, inGallery: gallery !== null, isGallery };
};

/** Starts or stops the player of a block: its own controls are reached by the pointer, or with Tab. */
const playOrPause = ({ slot }: SelectedBlock): void => {
  const player = slot.closest('figure')?.querySelector<HTMLMediaElement>('video, audio');
  if (!player) return;
  // What cannot be played is told by the block itself.
  if (player.paused) player.play().catch(() => undefined);
  else player.pause();
};

type Toggle = { readonly id: CommandId; readonly attribute: string; readonly on: unknown; readonly off: unknown };

const placeToggles: readonly Toggle[] = [
  ...(['left', 'right', 'wide'] as const).map((align) => ({
    id: `picture.${align}` as const,
    attribute: 'align',
    on: align,
    off: 'none',
  })),
  ...(['medium', 'small'] as const).map((size) => ({
    id: `picture.${size}` as const,
    attribute: 'size',
    on: size,
    off: 'full',
  })),
];

type ToggleProps = {
  readonly editor: Editor;
  readonly toggle: Toggle;
  readonly attributes: Readonly<Record<string, unknown>> | null;
  readonly reason: CommandReason;
};

/** A command that gives the block at the caret an attribute, and takes it away when it has it. */
const ToggleCommand = ({ editor, toggle: { id, attribute, on, off }, attributes, reason }: ToggleProps) => {
  const ticked = attributes?.[attribute] === on;
  const run = (): void => {
    const block = captionedAtCaret(editor.state);
    if (!block) return;
    const value = block.node.attrs[attribute] === on ? off : on;
    asOwnStep(editor)(editor.state.tr.setNodeAttribute(block.at, attribute, value));
  };
  useCommand(id, run, { enabled: attributes !== null, reason, ticked });
  return null;
};

/** The block at the caret, selected as a whole so that it is seen which one is meant; null where there is none. */
const select = ({ view, state }: Editor, { ui }: EditorContext): SelectedBlock | null => {
  const block = captionedAtCaret(state);
  if (!block) return null;
  if (ui.getState().selected?.at() !== block.at) {
    view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, block.at)).scrollIntoView());
  }
  return ui.getState().selected;
};

const remove = (editor: Editor): void => {
  const { selection, tr } = editor.state;
  const block: Pick<CaptionedBlock, 'at' | 'node'> | null =
    selection instanceof NodeSelection ? { at: selection.from, node: selection.node } : captionedAtCaret(editor.state);
  if (!block) return;
  asOwnStep(editor)(tr.delete(block.at, block.at + block.node.nodeSize).scrollIntoView());
  editor.view.focus();
};

/** Says what the commands for pictures, cards and recordings do while a post is open for writing. */
export const MediaCommands = (props: Props) => {
  const { editor, context, featured, onFeature, onReplacePicture, onReplaceRecording } = props;
  const { kind, attributes, inGallery, isGallery } = useAtCaret(editor, placeOf);
  const of = (wanted: CaptionedBlock['kind']) => (kind === wanted ? attributes : null);
  const [picture, card, recording] = [of('figure'), of('embed'), of('recording')];
  const embed = card && keptEmbed(card as EmbedAttributes);

  const inPicture = (enabled = picture !== null) => ({ enabled, reason: 'not-in-picture' as const });
  const inCard = (enabled = card !== null) => ({ enabled, reason: 'not-in-card' as const });
  const inRecording = { enabled: recording !== null, reason: 'not-in-recording' as const };
  const withBlock = (run: (block: SelectedBlock) => void) => (): void => {
    const block = select(editor, context);
    if (block) run(block);
  };
  const ask = (asked: 'alt' | 'title' | 'start') => withBlock(() => context.ui.setState({ asked }));

  useCommand('picture.alt', ask('alt'), inPicture(picture !== null && picture.decorative !== true));
  useCommand(
    'picture.cut',
    withBlock(({ at }) => context.ui.setState({ panel: { kind: 'cut', at } })),
    inPicture(typeof picture?.media === 'string'),
  );
  useCommand('picture.replace', withBlock(onReplacePicture), inPicture());
  const isFeatured = featured !== null && picture?.media === featured;
  useCommand('picture.feature', () => picture && onFeature(isFeatured ? null : String(picture.media)), {
    ...inPicture(typeof picture?.media === 'string'),
    ticked: isFeatured,
  });
  useCommand('embed.title', ask('title'), inCard());
  useCommand(
    'embed.start',
    ask('start'),
    inCard(embed !== null && embedProvider(embed.provider)?.pageAt !== undefined),
  );
  useCommand(
    'embed.read-again',
    () => context.embeds.again(captionedAtCaret(editor.state)?.at ?? 0),
    inCard(embed !== null && canBeAsked(embed) && card?.waiting !== true),
  );
  useCommand('embed.open', () => embed && context.openLink(pageOf(embed)), inCard());
  useCommand('recording.play', withBlock(playOrPause), inRecording);
  useCommand('recording.replace', withBlock(onReplaceRecording), inRecording);
  useCommand('media.remove', () => remove(editor), {
    enabled: kind !== null || isGallery,
    reason: 'not-in-media',
  });

  const ownable = picture ?? recording;
  const stands = inGallery ? null : picture;
  const sized = stands?.align === 'wide' ? null : stands;
  const standing: CommandReason = inGallery ? 'place-of-gallery' : 'not-in-picture';
  return (
    <>
      <ToggleCommand
        editor={editor}
        toggle={{ id: 'picture.decorative', attribute: 'decorative', on: true, off: false }}
        attributes={picture}
        reason="not-in-picture"
      />
      <ToggleCommand
        editor={editor}
        toggle={{ id: 'media.own-work', attribute: 'ownWork', on: true, off: false }}
        attributes={ownable}
        reason="not-in-picture"
      />
      <ToggleCommand
        editor={editor}
        toggle={{ id: 'embed.as-link', attribute: 'asLink', on: true, off: false }}
        attributes={card}
        reason="not-in-card"
      />
      {placeToggles.map((toggle) => (
        <ToggleCommand
          key={toggle.id}
          editor={editor}
          toggle={toggle}
          attributes={toggle.attribute === 'size' ? sized : stands}
          reason={standing}
        />
      ))}
    </>
  );
};
