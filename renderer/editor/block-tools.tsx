import type { Editor } from '@tiptap/react';
import {
  AlignLeft,
  AlignRight,
  Camera,
  Captions,
  Crop,
  ExternalLink,
  FileUp,
  ImageOff,
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
import { keptEmbed, kindOfEmbed } from '../../core/embeds/embed-address.ts';
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
import { words } from './words.ts';

type Props = {
  readonly editor: Editor;
  readonly context: EditorContext;
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

const FigureTools = ({ editor, context, block }: ToolsProps) => {
  const { stayBegins, set } = useAttribute(editor, block);
  const suggestedAlt = useSuggestedAlt({ context, block });
  const decorative = block.attributes.decorative === true;
  return (
    <>
      <input
        className={styles.toolField}
        name="alt"
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
      <Switch
        label={words('picture.decorative')}
        checked={decorative}
        onChange={() => void runCommand('picture.decorative')}
      />
      <Switch
        label={words('picture.ownWork')}
        checked={block.attributes.ownWork === true}
        onChange={() => void runCommand('media.own-work')}
      />
      {galleryAtCaret(editor.state)
        ? null
        : aligns.map(({ align, icon }) => (
            <IconButton
              key={align}
              label={words(`picture.align.${align}`)}
              icon={icon}
              aria-pressed={block.attributes.align === align}
              onClick={() => void runCommand(`picture.${align}`)}
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
              onClick={() => void runCommand(`picture.${size}`)}
            />
          ))}
      {block.attributes.media === null ? null : (
        <IconButton label={words('picture.cut')} icon={Crop} onClick={() => void runCommand('picture.cut')} />
      )}
      <IconButton label={words('picture.replace')} icon={ImageUp} onClick={() => void runCommand('picture.replace')} />
      <IconButton label={words('picture.remove')} icon={Trash2} onClick={() => void runCommand('media.remove')} />
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

const GalleryTools = () => (
  <>
    <GalleryButtons />
    <IconButton label={words('gallery.remove')} icon={Trash2} onClick={() => void runCommand('media.remove')} />
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
      name="start"
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
        name="title"
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
      <Switch label={words('embed.asLink')} checked={asLink} onChange={() => void runCommand('embed.as-link')} />
      {canBeAsked(embed) ? (
        <IconButton
          label={words(waiting ? 'embed.stopReading' : 'embed.readAgain')}
          icon={waiting ? X : RefreshCw}
          onClick={() => {
            const at = block.at();
            if (!waiting) runCommand('embed.read-again');
            else if (at !== undefined) context.embeds.cancel(at);
          }}
        />
      ) : null}
      <IconButton label={words('embed.open')} icon={ExternalLink} onClick={() => void runCommand('embed.open')} />
      <IconButton
        label={words(`embed.remove.${kindOfEmbed(embed)}`)}
        icon={Trash2}
        onClick={() => void runCommand('media.remove')}
      />
    </>
  );
};

/** What a video shows before it is played. */
const PosterButtons = ({ hasPoster }: { readonly hasPoster: boolean }) => (
  <>
    <IconButton
      label={words('recording.posterFrame')}
      icon={Camera}
      onClick={() => void runCommand('recording.poster-frame')}
    />
    <IconButton
      label={words('recording.posterFile')}
      icon={ImagePlus}
      onClick={() => void runCommand('recording.poster-file')}
    />
    {hasPoster ? (
      <IconButton
        label={words('recording.removePoster')}
        icon={ImageOff}
        onClick={() => void runCommand('recording.remove-poster')}
      />
    ) : null}
  </>
);

const RecordingTools = ({ block }: ToolsProps) => {
  const { ownWork, kind, media, poster } = block.attributes as RecordingAttributes;
  return (
    <>
      <IconButton label={words('recording.play')} icon={Play} onClick={() => void runCommand('recording.play')} />
      <Switch label={words('picture.ownWork')} checked={ownWork} onChange={() => void runCommand('media.own-work')} />
      {kind === 'video' && media !== null ? <PosterButtons hasPoster={poster !== null} /> : null}
      <IconButton
        label={words('recording.transcript')}
        icon={Captions}
        onClick={() => void runCommand('recording.transcript')}
      />
      <IconButton
        label={words('recording.replace')}
        icon={FileUp}
        onClick={() => void runCommand('recording.replace')}
      />
      <IconButton
        label={words(`recording.remove.${kind}`)}
        icon={Trash2}
        onClick={() => void runCommand('media.remove')}
      />
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
  const { ui } = props.context;
  const block = useStore(ui, (state) => state.selected);
  const asked = useStore(ui, (state) => state.asked);
  useEffect(() => {
    if (asked === null) return;
    block?.slot.querySelector<HTMLInputElement>(`input[name="${asked}"]`)?.focus();
    ui.setState({ asked: null });
  }, [ui, asked, block]);
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
