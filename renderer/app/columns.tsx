import {
  type CSSProperties,
  type KeyboardEvent,
  lazy,
  type PointerEvent,
  type ReactNode,
  Suspense,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { defaultSettings } from '../../core/settings.ts';
import { changeSettings, useSettings } from '../bridge/queries.ts';
import { useMedia } from '../ui/use-media.ts';
import styles from './columns.module.css';
import { narrowQuery, useWindow } from './window-state.ts';

const Drawer = lazy(() => import('../ui/drawer.tsx').then((module) => ({ default: module.Drawer })));

type ColumnName = 'library' | 'side';

/** Pixels; the same limits as in `core/settings.ts`. */
const limits = { library: { min: 200, max: 480 }, side: { min: 240, max: 560 } } as const;
const editorMin = 420;
const keyStep = 16;

const within = (column: ColumnName, width: number): number =>
  Math.round(Math.min(limits[column].max, Math.max(limits[column].min, width)));

const save = (column: ColumnName, width: number): void =>
  void changeSettings(column === 'library' ? { libraryWidth: width } : { sideWidth: width });

type EdgeProps = {
  readonly column: ColumnName;
  readonly width: number;
  /** While it is dragged, before it is saved. */
  readonly onDrag: (width: number | null) => void;
};

/** The line between two columns: dragged, moved with the arrow keys, put back with a double click. */
const Edge = ({ column, width, onDrag }: EdgeProps) => {
  const { t } = useTranslation();
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const sign = column === 'library' ? 1 : -1;

  const at = (event: PointerEvent): number =>
    start.current === null ? width : within(column, start.current.width + sign * (event.clientX - start.current.x));

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? keyStep : event.key === 'ArrowLeft' ? -keyStep : 0;
    if (by === 0) return;
    event.preventDefault();
    save(column, within(column, width + sign * by));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a control; <hr> is not.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t(`ui.resize.${column}`)}
      aria-valuenow={width}
      aria-valuemin={limits[column].min}
      aria-valuemax={limits[column].max}
      tabIndex={0}
      className={`${styles.edge} ${styles[column]}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => start.current && onDrag(at(event))}
      onPointerUp={(event) => {
        if (start.current === null) return;
        save(column, at(event));
        start.current = null;
        onDrag(null);
      }}
      onDoubleClick={() => save(column, defaultSettings[column === 'library' ? 'libraryWidth' : 'sideWidth'])}
    />
  );
};

type Props = { readonly library: ReactNode; readonly editor: ReactNode; readonly side: ReactNode };

/** Library, post and side panel. In a narrow window the side columns lie over the post as drawers. */
export const Columns = ({ library, editor, side }: Props) => {
  const { t } = useTranslation();
  const settings = useSettings();
  const narrow = useMedia(narrowQuery);
  const drawer = useWindow((state) => state.drawer);
  const focusMode = useWindow((state) => state.focusMode);
  const [dragged, setDragged] = useState<{ readonly column: ColumnName; readonly width: number } | null>(null);

  const widthOf = (column: ColumnName): number =>
    dragged?.column === column ? dragged.width : column === 'library' ? settings.libraryWidth : settings.sideWidth;
  // In a window that is only just wide enough, the side columns give way before the post does.
  const track = (column: ColumnName): string => `minmax(${limits[column].min}px, ${widthOf(column)}px)`;
  const edge = (column: ColumnName): ReactNode => (
    <Edge
      column={column}
      width={widthOf(column)}
      onDrag={(width) => setDragged(width === null ? null : { column, width })}
    />
  );
  const closeDrawer = (): void => useWindow.setState({ drawer: null });

  const libraryPane = (resizer: ReactNode): ReactNode => (
    <nav className={styles.libraryPane} data-pane="library" aria-label={t('ui.panes.library')}>
      {library}
      {resizer}
    </nav>
  );
  const sidePane = (resizer: ReactNode): ReactNode => (
    <aside className={styles.sidePane} data-pane="side" aria-label={t('ui.panes.side')}>
      {resizer}
      {side}
    </aside>
  );
  const showLibrary = settings.libraryOpen && !narrow && !focusMode;
  const showSide = settings.sideOpen && !narrow && !focusMode;
  const columns = [
    ...(showLibrary ? [track('library')] : []),
    `minmax(${editorMin}px, 1fr)`,
    ...(showSide ? [track('side')] : []),
  ].join(' ');

  return (
    <div className={styles.columns} style={{ gridTemplateColumns: columns } satisfies CSSProperties}>
      {showLibrary ? libraryPane(edge('library')) : null}
      <main className={styles.editorPane} data-pane="editor" aria-label={t('ui.panes.editor')} tabIndex={-1}>
        {editor}
      </main>
      {showSide ? sidePane(edge('side')) : null}
      <Suspense fallback={null}>
        {narrow && drawer === 'library' ? (
          <Drawer label={t('ui.panes.library')} from="left" width={widthOf('library')} onClose={closeDrawer}>
            {libraryPane(null)}
          </Drawer>
        ) : null}
        {narrow && drawer === 'side' ? (
          <Drawer label={t('ui.panes.side')} from="right" width={widthOf('side')} onClose={closeDrawer}>
            {sidePane(null)}
          </Drawer>
        ) : null}
      </Suspense>
    </div>
  );
};
