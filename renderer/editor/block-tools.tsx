import type { Editor } from '@tiptap/react';
import {
  AlignLeft,
  AlignRight,
  Crop,
  ExternalLink,
  FileUp,
  ImagePlus,
  ImageUp,
  Minimize2,
  MoveHorizontal,
  Play,
  RefreshCw,
  Shrink,
  TextQuote,
  Trash2,
  Ungroup,
  X,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { galleryAtCaret } from '../../core/document/editing/gallery.ts';
import type { EmbedAttributes, RecordingAttributes } from '../../core/document/schema.ts';
import { keptEmbed, kindOfEmbed, pageOf } from '../../core/embeds/embed-address.ts';
import { canBeAsked } from '../../core/embeds/embed-reading.ts';
import { embedProvider } from '../../core/embeds/providers.ts';
import { parseStart, startText } from '../../core/embeds/start-time.ts';
import { runCommand } from '../app/commands.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Switch } from '../ui/switch.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import type { EditorContext, SelectedBlock } from './editor-context.ts';
import { setNodeAttribute } from './node-attributes.ts';
import styles from './panels.module.css';
import { startUndoStep } from './undo/undo-history.ts';
import { words } from './words.ts';

type Props = {
  readonly editor: Editor;
  readonly context: EditorContext;
  /** Opens the file dialog and puts the chosen picture in the place of the selected one. */
  readonly onReplacePicture: (block: SelectedBlock) => void;
  /** The same for a video or audio file. */
  readonly onReplaceRecording: (block: SelectedBlock) => void;
};

type ToolsProps = Props & { readonly block: SelectedBlock };

/** Writes one attribute of the block; what is typed during one stay in a field is undone together. */
const useAttribute = (editor: Editor, block: SelectedBlock) => {
  const stay = useRef(0);
  return {
    stayBegins: (): void => {
      stay.current = performance.now();
    },
    set: (name: string, value: unknown, inField = false): void => {
      const at = block.at();
      if (at !== undefined) setNodeAttribute(editor.view, at, name, value, inField ? stay.current : undefined);
    },
  };
};

const removeBlock = (editor: Editor, block: SelectedBlock): void => {
  const at = block.at();
  const node = at === undefined ? null : editor.state.doc.nodeAt(at);
  if (at === undefined || !node) return;
  editor.view.dispatch(startUndoStep(editor.state.tr.delete(at, at + node.nodeSize).scrollIntoView()));
  editor.view.focus();
};

/** The alternative text that the selected picture suggests; null where it has none or one is written. */
const useSuggestedAlt = ({ context, block }: Pick<ToolsProps, 'context' | 'block'>): string | null => {
  const [suggested, setSuggested] = useState<{ readonly media: unknown; readonly text: string } | null>(null);
  const { media, alt } = block.attributes;
  useEffect(() => {
    let current = true;
    if (typeof media !== 'string') return undefined;
    void context.pictureWords.suggestions(media).then((found) => {
      const text = found.find(({ field }) => field === 'alt')?.text;
      if (current) setSuggested(text === undefined ? null : { media, text });
    });
    return () => {
      current = false;
    };
  }, [context, media]);
  return suggested?.media === media && alt === '' ? (suggested?.text ?? null) : null;
};

/** Where a picture can stand besides in the text's measure. */
const aligns = [
  { align: 'left', icon: AlignLeft },
  { align: 'right', icon: AlignRight },
  { align: 'wide', icon: MoveHorizontal },
] as const;

/** Sizes of a picture below the text's measure. */
const sizes = [
  { size: 'medium', icon: Minimize2 },
  { size: 'small', icon: Shrink },
] as const;

const FigureTools = ({ editor, context, block, onReplacePicture }: ToolsProps) => {
  const { stayBegins, set } = useAttribute(editor, block);
  const suggestedAlt = useSuggestedAlt({ context, block });
  const decorative = block.attributes.decorative === true;
  return (
    <>
      <input
        className={styles.toolField}
        aria-label={words('picture.alt')}
        placeholder={words('picture.altHint')}
        value={decorative ? '' : String(block.attributes.alt ?? '')}
        disabled={decorative}
        maxLength={1000}
        onFocus={stayBegins}
        onChange={(event) => set('alt', event.target.value, true)}
      />
      {suggestedAlt === null || decorative ? null : (
        <IconButton
          label={words('offers.useNamed.alt', { words: suggestedAlt })}
          icon={TextQuote}
          onClick={() => set('alt', suggestedAlt)}
        />
      )}
      <Switch label={words('picture.decorative')} checked={decorative} onChange={(on) => set('decorative', on)} />
      <Switch
        label={words('picture.ownWork')}
        checked={block.attributes.ownWork === true}
        onChange={(on) => set('ownWork', on)}
      />
      {galleryAtCaret(editor.state)
        ? null
        : aligns.map(({ align, icon }) => (
            <IconButton
              key={align}
              label={words(`picture.align.${align}`)}
              icon={icon}
              aria-pressed={block.attributes.align === align}
              onClick={() => set('align', block.attributes.align === align ? 'none' : align)}
            />
          ))}
      {galleryAtCaret(editor.state) || block.attributes.align === 'wide'
        ? null
        : sizes.map(({ size, icon }) => (
            <IconButton
              key={size}
              label={words(`picture.size.${size}`)}
              icon={icon}
              aria-pressed={block.attributes.size === size}
              onClick={() => set('size', block.attributes.size === size ? 'full' : size)}
            />
          ))}
      {block.attributes.media === null ? null : (
        <IconButton
          label={words('picture.cut')}
          icon={Crop}
          onClick={() => context.ui.setState({ panel: { kind: 'cut', at: block.at } })}
        />
      )}
      <IconButton label={words('picture.replace')} icon={ImageUp} onClick={() => onReplacePicture(block)} />
      <IconButton label={words('picture.remove')} icon={Trash2} onClick={() => removeBlock(editor, block)} />
      {galleryAtCaret(editor.state) ? <GalleryButtons /> : null}
    </>
  );
};

/** What is done to the gallery that is selected, or that holds the selected figure. */
const GalleryButtons = () => (
  <>
    <IconButton label={words('gallery.add')} icon={ImagePlus} onClick={() => void runCommand('gallery.add')} />
    <IconButton
      label={words('gallery.takeApart')}
      icon={Ungroup}
      onClick={() => void runCommand('gallery.take-apart')}
    />
  </>
);

const GalleryTools = ({ editor, block }: ToolsProps) => (
  <>
    <GalleryButtons />
    <IconButton label={words('gallery.remove')} icon={Trash2} onClick={() => removeBlock(editor, block)} />
  </>
);

/** Where an embed starts, as `1:30` or in any way that addresses say it; what is none becomes the beginning. */
const StartField = ({ start, onChange }: { readonly start: number; readonly onChange: (start: number) => void }) => {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = (): void => {
    if (typed !== null) onChange(parseStart(typed));
    setTyped(null);
  };
  return (
    <input
      className={styles.startField}
      aria-label={words('embed.start')}
      title={words('embed.start')}
      placeholder={words('embed.startHint')}
      value={typed ?? startText(start)}
      maxLength={10}
      inputMode="numeric"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
};

const EmbedTools = ({ editor, context, block }: ToolsProps) => {
  const { stayBegins, set } = useAttribute(editor, block);
  const { title, asLink, waiting, ...attributes } = block.attributes as EmbedAttributes;
  const embed = keptEmbed(attributes);
  return (
    <>
      <input
        className={styles.toolField}
        aria-label={words('embed.title')}
        placeholder={words('embed.titleHint')}
        value={title}
        maxLength={300}
        onFocus={stayBegins}
        onChange={(event) => set('title', event.target.value, true)}
      />
      {embedProvider(embed.provider)?.pageAt ? (
        <StartField start={embed.start} onChange={(start) => set('start', start)} />
      ) : null}
      <Switch label={words('embed.asLink')} checked={asLink} onChange={(on) => set('asLink', on)} />
      {canBeAsked(embed) ? (
        <IconButton
          label={words(waiting ? 'embed.stopReading' : 'embed.readAgain')}
          icon={waiting ? X : RefreshCw}
          onClick={() => {
            const at = block.at();
            if (at !== undefined) context.embeds[waiting ? 'cancel' : 'again'](at);
          }}
        />
      ) : null}
      <IconButton label={words('embed.open')} icon={ExternalLink} onClick={() => context.openLink(pageOf(embed))} />
      <IconButton
        label={words(`embed.remove.${kindOfEmbed(embed)}`)}
        icon={Trash2}
        onClick={() => removeBlock(editor, block)}
      />
    </>
  );
};

/** Starts or stops the player of a block: its own controls are reached by the pointer, or with Tab. */
const playOrPause = ({ slot }: SelectedBlock): void => {
  const player = slot.closest('figure')?.querySelector<HTMLMediaElement>('video, audio');
  if (!player) return;
  // What cannot be played is told by the block itself.
  if (player.paused) player.play().catch(() => undefined);
  else player.pause();
};

const RecordingTools = ({ editor, block, onReplaceRecording }: ToolsProps) => {
  const { set } = useAttribute(editor, block);
  const { ownWork, kind } = block.attributes as RecordingAttributes;
  return (
    <>
      <IconButton label={words('recording.play')} icon={Play} onClick={() => playOrPause(block)} />
      <Switch label={words('picture.ownWork')} checked={ownWork} onChange={(on) => set('ownWork', on)} />
      <IconButton label={words('recording.replace')} icon={FileUp} onClick={() => onReplaceRecording(block)} />
      <IconButton label={words(`recording.remove.${kind}`)} icon={Trash2} onClick={() => removeBlock(editor, block)} />
    </>
  );
};

const toolsOf = {
  figure: { Tools: FigureTools, name: () => words('picture.tools') },
  gallery: { Tools: GalleryTools, name: () => words('gallery.tools') },
  embed: {
    Tools: EmbedTools,
    name: ({ attributes }: SelectedBlock) =>
      words(`embed.tools.${kindOfEmbed(keptEmbed(attributes as EmbedAttributes))}`),
  },
  recording: {
    Tools: RecordingTools,
    name: ({ attributes }: SelectedBlock) => words(`recording.tools.${(attributes as RecordingAttributes).kind}`),
  },
} as const;

/** The tools of the figure, gallery, embed or recording that is selected, drawn inside its view so that they scroll with it. */
export const BlockTools = (props: Props) => {
  const block = useStore(props.context.ui, (state) => state.selected);
  if (block === null) return null;
  const { Tools, name } = toolsOf[block.kind];
  const tools = (
    <Toolbar
      className={styles.tools}
      label={name(block)}
      stops="each"
      onKeyDown={(event) => {
        if (event.key === 'Escape' || (event.key === 'Enter' && event.target instanceof HTMLInputElement)) {
          event.preventDefault();
          props.editor.view.focus();
        }
      }}
    >
      <Tools {...props} block={block} />
    </Toolbar>
  );
  return createPortal(tools, block.slot);
};
