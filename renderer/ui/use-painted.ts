import { useEffect, useState } from 'react';

/** False until the first frame with the calling component in it is on the screen. */
export const usePainted = (): boolean => {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    // The first callback runs before that frame is painted, the second one after it.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setPainted(true));
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return painted;
};
