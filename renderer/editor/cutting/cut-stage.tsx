import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { type Cut, type EdgeMoves, moveTo, resize, turnedSize } from '../../../core/pictures/cut.ts';
import type { Size } from '../../../core/pictures/limits.ts';
import { words } from '../words.ts';
import styles from './cut-sheet.module.css';

type Props = {
  readonly address: string;
  /** Of the original, upright. */
  readonly size: Size;
  readonly cut: Cut;
  /** Width by height that the rectangle keeps; null for any. */
  readonly shape: number | null;
  readonly onChange: (cut: Cut) => void;
};

type Edge = keyof EdgeMoves;

/** The corners, then the edges, which only a rectangle without a given shape has. */
const corners: readonly (readonly Edge[])[] = [
  ['left', 'top'],
  ['right', 'top'],
  ['left', 'bottom'],
  ['right', 'bottom'],
];
const edges: readonly (readonly Edge[])[] = [['left'], ['top'], ['right'], ['bottom']];

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;

/** What a drag began with: the pointer's place, the cut, and how many pixels of the picture one of the screen is. */
type Drag = {
  readonly x: number;
  readonly y: number;
  readonly cut: Cut;
  readonly scale: number;
  readonly moved: readonly Edge[];
};

/** The whole picture, turned as it will be, with the part that stays. It is moved and resized by pointer and by arrow keys. */
export const CutStage = ({ address, size, cut, shape, onChange }: Props) => {
  const stage = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLButtonElement>(null);
  const drag = useRef<Drag | null>(null);
  // It comes into the sheet when the picture is known, which may be before or after the sheet looks for its first control.
  useEffect(() => area.current?.focus(), []);
  const whole = turnedSize(size, cut.turn);
  const lies = cut.turn === 90 || cut.turn === 270;

  const begin = (event: PointerEvent<HTMLElement>, moved: readonly Edge[]): void => {
    const box = stage.current?.getBoundingClientRect();
    if (!box || event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, cut, scale: whole.width / box.width, moved };
  };
  const follow = (event: PointerEvent<HTMLElement>): void => {
    if (!drag.current) return;
    const { x, y, scale, moved, cut: start } = drag.current;
    const [byX, byY] = [(event.clientX - x) * scale, (event.clientY - y) * scale];
    const by = Object.fromEntries(moved.map((edge) => [edge, edge === 'left' || edge === 'right' ? byX : byY]));
    onChange(moved.length === 0 ? moveTo(start, size, start.x + byX, start.y + byY) : resize(start, size, by, shape));
  };
  const end = (): void => {
    drag.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = arrows[event.key];
    if (!direction || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const step = event.altKey ? 1 : Math.max(1, Math.round(Math.max(whole.width, whole.height) / 100));
    const [x, y] = [direction[0] * step, direction[1] * step];
    // Of a given shape both sides grow together.
    const grown = shape === null ? { right: x, bottom: y } : { right: x + y * shape, bottom: y + x / shape };
    onChange(event.shiftKey ? resize(cut, size, grown, shape) : moveTo(cut, size, cut.x + x, cut.y + y));
  };

  const place = {
    left: percent(cut.x, whole.width),
    top: percent(cut.y, whole.height),
    width: percent(cut.width, whole.width),
    height: percent(cut.height, whole.height),
  };
  const handle = (moved: readonly Edge[]) => (
    <span
      key={moved.join()}
      className={styles.handle}
      data-edges={moved.join(' ')}
      aria-hidden
      onPointerDown={(event) => begin(event, moved)}
      onPointerMove={follow}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
  return (
    <div className={styles.stage}>
      <div
        ref={stage}
        className={styles.picture}
        style={{
          aspectRatio: `${whole.width} / ${whole.height}`,
          width: `min(100%, calc(var(--stage-height) * ${whole.width / whole.height}))`,
        }}
      >
        <img
          src={address}
          alt=""
          draggable={false}
          style={{
            width: percent(lies ? whole.height : whole.width, whole.width),
            height: percent(lies ? whole.width : whole.height, whole.height),
            transform: `translate(-50%, -50%) rotate(${cut.turn}deg) scaleX(${cut.mirrored ? -1 : 1})`,
          }}
        />
        <span className={styles.around}>
          <span className={styles.kept} style={place} />
        </span>
        <button
          ref={area}
          type="button"
          className={styles.area}
          style={place}
          aria-label={words('cut.area', { width: cut.width, height: cut.height, x: cut.x, y: cut.y })}
          aria-describedby="cut-keys"
          onKeyDown={onKeyDown}
          onPointerDown={(event) => begin(event, [])}
          onPointerMove={follow}
          onPointerUp={end}
          onPointerCancel={end}
        >
          {corners.map(handle)}
          {shape === null ? edges.map(handle) : null}
        </button>
      </div>
    </div>
  );
};
