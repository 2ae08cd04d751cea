import { useEffect } from 'react';
import { useStore } from 'zustand';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/button.tsx';
import type { EditorContext } from './editor-context.ts';
import styles from './taking-in.module.css';
import { words } from './words.ts';

/** How far a video or audio file is on its way into the library, with a way to stop it. Nothing while none is. */
export const TakingIn = ({ context }: { readonly context: EditorContext }) => {
  const taking = useStore(context.ui, (state) => state.taking);
  const name = taking?.name;
  useEffect(() => {
    if (name !== undefined) announce(words('recording.taking', { name }));
  }, [name]);
  if (taking === null) return null;
  const percent = taking.bytes === 0 ? 0 : Math.min(100, Math.round((taking.done / taking.bytes) * 100));
  const label = words('recording.taking', { name: taking.name });
  return (
    <div className={styles.taking}>
      <span className={styles.name}>{label}</span>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <Button kind="plain" onClick={taking.cancel}>
        {words('recording.cancel')}
      </Button>
    </div>
  );
};
