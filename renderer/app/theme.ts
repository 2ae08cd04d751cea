import { useEffect } from 'react';
import { useSettings } from '../bridge/queries.ts';
import { useMedia } from '../ui/use-media.ts';

/** Puts theme, post font and post size on the page, as the settings and the system say. */
export const useTheme = (): void => {
  const { theme, postFont, postSize } = useSettings();
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const shown = theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme;

  useEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);

  useEffect(() => {
    const { style } = document.documentElement;
    const ui = postFont === 'sans';
    style.setProperty('--font-post', ui ? 'var(--font-ui)' : `var(--font-${postFont})`);
    style.setProperty('--post-size', `${postSize}px`);
  }, [postFont, postSize]);
};
