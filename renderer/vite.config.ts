import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window in a plain browser over the in-memory bridge: `npx vite renderer`. The app itself is built by electron-vite. */
export default defineConfig({
  plugins: [react()],
  server: { host: '127.0.0.1', fs: { allow: ['..'] } },
});
