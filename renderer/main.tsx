import './styles/global.css';
import './i18n/i18n.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { flushWhenAsked, loadWindow } from './app/opening.ts';
import { hasBridge } from './bridge/client.ts';

/** The fonts of the first lines, named as in `fonts.css`. Waiting for them saves laying everything out a second time. */
const firstFonts = ['16px "Source Serif 4 Variable"', '16px "Inter Variable"'];

const start = async (): Promise<void> => {
  // Only in development: the built window always has the preload's bridge.
  if (import.meta.env.DEV && !hasBridge()) await (await import('./bridge/in-memory.ts')).installInMemoryBridge();
  flushWhenAsked();
  const fonts = Promise.allSettled(firstFonts.map((font) => document.fonts.load(font)));
  await loadWindow();
  await fonts;
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root.');
  createRoot(root).render(<App />);
};

void start();
