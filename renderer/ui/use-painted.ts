import { useEffect, useState } from 'react';

/** False until the first frame with the calling component in it is on the screen. */
export const usePainted = (): boolean => {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    // The first callback runs before that frame is painted, the second one after it; the third leaves the screen time
    // to show it before more is asked of this thread.
    let frame = 0;
    const wait = (frames: number): void => {
      frame = requestAnimationFrame(() => (frames === 1 ? setPainted(true) : wait(frames - 1)));
    };
    wait(3);
    return () => cancelAnimationFrame(frame);
  }, []);
  return painted;
};
