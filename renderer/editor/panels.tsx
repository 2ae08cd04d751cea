import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { labelOf } from '../../core/sources/label.ts';
import type { Source } from '../../core/sources/source.ts';
import type { Result, Trouble } from '../../core/trouble.ts';
import { troubleText } from '../i18n/trouble-text.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import type { EditorApi } from './editor-api.ts';
import type { Panel } from './editor-context.ts';
import { LanguagePanel } from './language-panel.tsx';
import { linkAddress } from './link-address.ts';
import { setNodeAttribute } from './node-attributes.ts';
import { Frame, type PanelProps } from './panel-frame.tsx';
import styles from './panels.module.css';
import { PictureAddressPanel } from './picture-address-panel.tsx';
import { SectionMenu } from './section-menu.tsx';
import { cite, quote } from './source-commands.ts';
import { TableMenu } from './table-menu.tsx';
import { words } from './words.ts';

const HtmlSource = lazy(() => import('./source/html-source.tsx').then((module) => ({ default: module.HtmlSource })));

const FootnotePanel = lazy(() =>
  import('./footnotes/footnote-panel.tsx').then((module) => ({ default: module.FootnotePanel })),
);

const CutSheet = lazy(() => import('./cutting/cut-sheet.tsx').then((module) => ({ default: module.CutSheet })));

const LinkPanel = ({ editor, onClose, href }: PanelProps & { readonly href: string }) => {
  const [address, setAddress] = useState(href);
  const [refused, setRefused] = useState(false);
  const apply = (): void => {
    const link = linkAddress(address);
    if (link === null) {
      setRefused(true);
      return;
    }
    editor.commands.setLink({ href: link });
    onClose();
  };
  const remove = (): void => {
    editor.commands.unsetLink();
    onClose();
  };
  return (
    <Frame editor={editor} onClose={onClose} title={words('link.title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <TextField
          label={words('link.address')}
          hint={words('link.hint')}
          error={refused ? words('link.refused') : undefined}
          value={address}
          onChange={(value) => {
            setAddress(value);
            setRefused(false);
          }}
          spellCheck={false}
          autoComplete="off"
          placeholder="https://"
        />
        <div className={styles.actions}>
          {href === '' ? null : (
            <Button kind="plain" onClick={remove}>
              {words('link.remove')}
            </Button>
          )}
          <span className={styles.gap} />
          <Button kind="primary" type="submit">
            {words('link.apply')}
          </Button>
        </div>
      </form>
    </Frame>
  );
};

type EmbedPanelProps = PanelProps & { readonly insertEmbed: (address: string) => Result<void> };

const EmbedPanel = ({ editor, onClose, insertEmbed }: EmbedPanelProps) => {
  const [address, setAddress] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const insert = (): void => {
    const inserted = insertEmbed(address);
    if (inserted.ok) onClose();
    else setTrouble(inserted.error);
  };
  const refusal = trouble && troubleText(trouble);
  return (
    <Frame editor={editor} onClose={onClose} title={words('embed.insertTitle')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          insert();
        }}
      >
        <TextField
          label={words('embed.address')}
          hint={words('embed.addressHint')}
          error={refusal ? `${refusal.sentence} ${refusal.next}` : undefined}
          value={address}
          onChange={(value) => {
            setAddress(value);
            setTrouble(null);
          }}
          spellCheck={false}
          autoComplete="off"
          placeholder="https://www.youtube.com/watch?v=…"
        />
        <div className={styles.actions}>
          <span className={styles.gap} />
          <Button kind="primary" type="submit">
            {words('embed.insert')}
          </Button>
        </div>
      </form>
    </Frame>
  );
};

type SourcePanelProps = PanelProps & { readonly panel: Extract<Panel, { readonly kind: 'source' }> };

const SourceRow = ({ source, chosen, onChoose }: SourceRowProps) => (
  <li>
    <button type="button" className={styles.source} aria-current={chosen} onClick={onChoose}>
      <span className={styles.publisher}>{labelOf(source) || words('source.untitled')}</span>
      <span className={styles.sourceTitle}>{source.title || source.url}</span>
    </button>
  </li>
);

type SourceRowProps = { readonly source: Source; readonly chosen: boolean; readonly onChoose: () => void };

const SourcePanel = ({ editor, context, onClose, panel }: SourcePanelProps) => {
  const sources = useStore(context.ui, (state) => state.sources);
  const { purpose } = panel;
  const at = panel.purpose === 'tie' ? panel.at() : undefined;
  const tied: unknown = at === undefined ? null : editor.state.doc.nodeAt(at)?.attrs.source;

  const choose = (source: Source | null): void => {
    if (purpose === 'tie') {
      if (at !== undefined) setNodeAttribute(editor.view, at, 'source', source?.id ?? null);
    } else if (source !== null) {
      if (purpose === 'cite') cite(editor, source);
      else quote(editor, source.id);
    }
    onClose();
  };
  const add = (): void => {
    onClose();
    context.onAddSource();
  };
  return (
    <Frame
      editor={editor}
      onClose={onClose}
      title={words(`source.${purpose}`)}
      anchor={panel.purpose === 'tie' ? panel.anchor : undefined}
    >
      {sources.length === 0 ? <p className={styles.none}>{words('source.none')}</p> : null}
      <ul className={styles.sources}>
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} chosen={source.id === tied} onChoose={() => choose(source)} />
        ))}
      </ul>
      <div className={styles.actions}>
        <Button kind="link" onClick={add}>
          {words('source.add')}
        </Button>
        <span className={styles.gap} />
        {typeof tied === 'string' ? (
          <Button kind="plain" onClick={() => choose(null)}>
            {words('source.untie')}
          </Button>
        ) : null}
      </div>
    </Frame>
  );
};

type PanelsProps = Omit<PanelProps, 'onClose'> & Pick<EditorApi, 'insertEmbed' | 'insertPictures'>;

/** The panel that is open, if any. */
export const Panels = ({ editor, context, insertEmbed, insertPictures }: PanelsProps) => {
  const panel = useStore(context.ui, (state) => state.panel);
  const shared = { editor, context, onClose: () => context.ui.setState({ panel: null }) };
  if (panel === null) return null;
  if (panel.kind === 'link') return <LinkPanel {...shared} href={panel.href} />;
  if (panel.kind === 'embed') return <EmbedPanel {...shared} insertEmbed={insertEmbed} />;
  if (panel.kind === 'picture-address') return <PictureAddressPanel {...shared} insertPictures={insertPictures} />;
  if (panel.kind === 'language') return <LanguagePanel {...shared} />;
  if (panel.kind === 'section') return <SectionMenu {...shared} panel={panel} />;
  if (panel.kind === 'html-source') {
    return (
      <Suspense fallback={null}>
        <HtmlSource editor={editor} onClose={shared.onClose} />
      </Suspense>
    );
  }
  if (panel.kind === 'footnote') {
    return (
      <Suspense fallback={null}>
        <FootnotePanel {...shared} start={panel.at} key={panel.at} />
      </Suspense>
    );
  }
  if (panel.kind === 'cut') {
    return (
      <Suspense fallback={null}>
        <CutSheet {...shared} at={panel.at} />
      </Suspense>
    );
  }
  if (panel.kind === 'table') return <TableMenu {...shared} panel={panel} />;
  return <SourcePanel {...shared} panel={panel} />;
};
