import type { Editor } from '@tiptap/react';
import { CaretsToAxisDashedVertical, RotateCcw, RotateCw } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isSha256, type Media } from '../../../core/document/media.ts';
import {
  type Cut,
  isInside,
  isWhole,
  mirror,
  readCut,
  turnedSize,
  turnLeft,
  turnRight,
  wholeOf,
  withShape,
  writeCut,
} from '../../../core/pictures/cut.ts';
import type { Trouble } from '../../../core/trouble.ts';
import { bridge } from '../../bridge/client.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ActionsGap, Sheet } from '../../ui/sheet.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import type { EditorContext } from '../editor-context.ts';
import { figureOf } from '../pictures.ts';
import { startUndoStep } from '../undo/undo-history.ts';
import { words } from '../words.ts';
import styles from './cut-sheet.module.css';
import { CutSides } from './cut-sides.tsx';
import { CutStage } from './cut-stage.tsx';

type Props = {
  readonly editor: Editor;
  readonly context: EditorContext;
  /** Where the figure is now; undefined when it is gone. */
  readonly at: () => number | undefined;
  readonly onClose: () => void;
};

/** Shapes that the writer can choose, width by height. `original` is that of the picture as it is turned. */
const shapes = {
  free: null,
  original: 'original',
  '1:1': 1,
  '4:3': 4 / 3,
  '3:2': 3 / 2,
  '16:9': 16 / 9,
  '3:4': 3 / 4,
  '2:3': 2 / 3,
  '9:16': 9 / 16,
} as const;
type Shape = keyof typeof shapes;

const shapeOf = (id: Shape, size: Media, cut: Cut): number | null => {
  const shape = shapes[id];
  if (shape !== 'original') return shape;
  const { width, height } = turnedSize(size, cut.turn);
  return width / height;
};

/** The original of a figure's picture, how it is cut now, and whether it is. */
type Opened = { readonly original: Media; readonly start: Cut; readonly isCut: boolean };

/**
 * Crops, turns and mirrors the picture of a figure. The document gets a new picture, in one undo step, and remembers the
 * original, so that the cut can be changed or taken back.
 */
export const CutSheet = ({ editor, context, at, onClose }: Props) => {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [cut, setCut] = useState<Cut | null>(null);
  const [shape, setShape] = useState<Shape>('free');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const closed = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is opened once, for one figure.
  useEffect(() => {
    const place = at();
    const attributes = place === undefined ? undefined : editor.state.doc.nodeAt(place)?.attrs;
    const from = readCut(attributes?.cut);
    const sha256 = from?.original ?? attributes?.media;
    closed.current = false;
    if (isSha256(sha256)) {
      void bridge()
        .media.get({ sha256 })
        .then((found) => {
          if (closed.current) return;
          if (!found.ok) return setTrouble(found.error);
          const original = found.value;
          const start = from && isInside(from.cut, original) ? from.cut : wholeOf(original);
          setOpened({ original, start, isCut: from !== null });
          setCut(start);
        });
    }
    return () => {
      closed.current = true;
    };
  }, []);

  const put = (picture: Media, from: string | null): void => {
    const place = at();
    onClose();
    if (place === undefined || editor.isDestroyed) return;
    const { tr } = editor.state;
    for (const [name, value] of Object.entries({ ...figureOf(picture), cut: from }))
      tr.setNodeAttribute(place, name, value);
    editor.view.dispatch(startUndoStep(tr));
    announce(words(from === null ? 'cut.isWhole' : 'cut.done', { width: picture.width, height: picture.height }));
  };
  const apply = async (): Promise<void> => {
    if (!opened || !cut || busy) return;
    const { original, start } = opened;
    if (JSON.stringify(cut) === JSON.stringify(start)) return onClose();
    if (isWhole(cut, original)) return put(original, null);
    setBusy(true);
    const made = await bridge().media.cut({ sha256: original.sha256, cut });
    if (closed.current) return;
    setBusy(false);
    if (made.ok) put(made.value, writeCut({ original: original.sha256, cut }));
    else setTrouble(made.error);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void apply();
  };
  const turn = (by: typeof turnLeft): void => {
    if (!opened || !cut) return;
    setShape('free');
    setCut(by(cut, opened.original));
  };

  return (
    <Sheet
      title={words('cut.title')}
      subtitle={cut ? <output>{words('cut.size', { width: cut.width, height: cut.height })}</output> : null}
      width="wide"
      onClose={onClose}
      onKeyDown={onKeyDown}
      actions={
        <>
          {opened?.isCut ? (
            <Button kind="plain" onClick={() => put(opened.original, null)}>
              {words('cut.takeBack')}
            </Button>
          ) : null}
          <ActionsGap />
          <Button kind="plain" onClick={onClose}>
            {words('cut.cancel')}
          </Button>
          <Button kind="primary" disabled={!cut || busy} aria-busy={busy} onClick={() => void apply()}>
            {words(busy ? 'cut.cutting' : 'cut.apply')}
          </Button>
        </>
      }
    >
      {trouble === null ? null : <TroubleNotice trouble={trouble} />}
      {opened && cut ? (
        <>
          <CutStage
            address={context.pictureAddress(opened.original.sha256)}
            size={opened.original}
            cut={cut}
            shape={shapeOf(shape, opened.original, cut)}
            onChange={setCut}
          />
          <div className={styles.tools}>
            <Choice
              label={words('cut.shape')}
              selected={shape}
              onSelect={(id) => {
                setShape(id);
                if (id !== 'free') setCut(withShape(cut, opened.original, shapeOf(id, opened.original, cut)));
              }}
              options={(Object.keys(shapes) as Shape[]).map((id) => ({
                id,
                label: id === 'free' || id === 'original' ? words(`cut.shapes.${id}`) : id.replace(':', ' : '),
              }))}
            />
            <div className={styles.buttons}>
              <IconButton label={words('cut.turnLeft')} icon={RotateCcw} onClick={() => turn(turnLeft)} />
              <IconButton label={words('cut.turnRight')} icon={RotateCw} onClick={() => turn(turnRight)} />
              <IconButton label={words('cut.mirror')} icon={CaretsToAxisDashedVertical} onClick={() => turn(mirror)} />
              <Button
                onClick={() => {
                  setShape('free');
                  setCut(withShape(cut, opened.original, null));
                }}
              >
                {words('cut.all')}
              </Button>
            </div>
          </div>
          <CutSides size={opened.original} cut={cut} shape={shapeOf(shape, opened.original, cut)} onChange={setCut} />
          <p id="cut-keys" className={styles.keys}>
            {words('cut.keys')}
          </p>
        </>
      ) : null}
    </Sheet>
  );
};
