import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { changeSettings, currentSettings, useSettings } from '../bridge/queries.ts';
import { dismissNotice, showNotice } from '../ui/notices.ts';
import { useCommand } from './commands.ts';
import { useWindow } from './window-state.ts';

/** Percent; the steps of browsers between the limits of `core/settings.ts`. */
const zooms = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const;
/** Pixels; the same limits as in `core/settings.ts`. */
const sizes = { min: 14, max: 28 } as const;

/** One message about sizes at a time: the newest is the one that counts. */
let told = 0;
const tell = (text: string): void => {
  dismissNotice(told);
  told = showNotice({ text });
};

const useFocusMode = (canEnter: boolean): void => {
  const { t } = useTranslation();
  const focusMode = useWindow((state) => state.focusMode);
  const toggle = (): void => {
    const { editor } = useWindow.getState();
    useWindow.setState({ focusMode: !focusMode, drawer: null });
    if (!focusMode) tell(t('view.focusMode'));
    editor?.focus();
  };
  useCommand('view.focus-mode', toggle, { enabled: canEnter || focusMode, ticked: focusMode });
  useEffect(() => {
    if (!focusMode) return;
    // With the focus in the text the editor hears the key first: `leaveFocusMode` in `renderer/editor/keys.ts`.
    const onKeyDown = ({ key, target }: KeyboardEvent): void => {
      if (key === 'Escape' && target === document.body) useWindow.setState({ focusMode: false });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [focusMode]);
};

/** The commands that say how much of the window is shown, and how large. */
export const useViewCommands = (): void => {
  const { t } = useTranslation();
  const { openPost, postSize, typewriter, zoom } = useSettings();
  const atLimit = { reason: 'at-limit' } as const;

  const zoomTo = (next: number | undefined): void => {
    if (next === undefined) return;
    void changeSettings({ zoom: next });
    tell(t('view.zoom', { zoom: next / 100 }));
  };
  // Keys may come faster than the window is drawn: each goes on from the one before.
  const zoomed = (): number => currentSettings().zoom;
  const resize = (by: number): void => {
    const size = currentSettings().postSize + by;
    if (size < sizes.min || size > sizes.max) return;
    void changeSettings({ postSize: size });
    tell(t('view.textSize', { size }));
  };
  useCommand('view.zoom-in', () => zoomTo(zooms.find((it) => it > zoomed())), { enabled: zoom < 200, ...atLimit });
  useCommand('view.zoom-out', () => zoomTo(zooms.findLast((it) => it < zoomed())), { enabled: zoom > 50, ...atLimit });
  useCommand('view.actual-size', () => zoomTo(100));
  useCommand('view.larger-text', () => resize(1), { enabled: postSize < sizes.max, ...atLimit });
  useCommand('view.smaller-text', () => resize(-1), { enabled: postSize > sizes.min, ...atLimit });
  useCommand('view.typewriter', () => void changeSettings({ typewriter: !typewriter }), { ticked: typewriter });
  useFocusMode(openPost !== null);
};
