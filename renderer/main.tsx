import './styles/global.css';
import './i18n/i18n.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { flushWhenAsked, loadWindow } from './app/opening.ts';
import { hasBridge } from './bridge/client.ts';

const start = async (): Promise<void> => {
  // Only in development: the built window always has the preload's bridge.
  if (import.meta.env.DEV && !hasBridge()) await (await import('./bridge/in-memory.ts')).installInMemoryBridge();
  flushWhenAsked();
  const platform = await loadWindow();
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root.');
  createRoot(root).render(<App platform={platform} />);
};

void start();
