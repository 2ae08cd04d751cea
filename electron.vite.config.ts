import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

// Everything is bundled but the runtime itself and the one native module, so that the package carries no node_modules of ours.
const external = ['electron', '@photostructure/sqlite', /^node:/];

/** The window checks nothing with schemas; one that the bundler could not leave out would cost every launch. */
const withoutSchemas = (): Plugin => ({
  name: 'without-schemas',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const kept = Object.entries(chunk.modules).find(([id, { code }]) => id.includes('/node_modules/zod/') && code);
      if (kept) this.error(`${chunk.fileName} holds ${kept[0]}: begin every schema with \`z\` itself.`);
    }
  },
});

export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      externalizeDeps: false,
      // Less to read and compile before the window opens.
      minify: true,
      rollupOptions: {
        external,
        input: {
          index: at('electron/main/index.ts'),
          'library-thread': at('electron/main/library/thread.ts'),
          'backup-thread': at('electron/main/library/backup-thread.ts'),
          'page-process': at('electron/main/sources/page-process.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { index: at('electron/preload/index.ts') },
        // Sandboxed preloads must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), withoutSchemas()],
    build: {
      target: 'chrome130',
      outDir: at('out/renderer'),
      emptyOutDir: true,
      // Inlined assets would need `data:` in the content security policy.
      assetsInlineLimit: 0,
      // Half the bytes to read and compile before the first letter can be typed.
      minify: true,
      rollupOptions: {
        input: {
          index: at('renderer/index.html'),
          print: at('renderer/print.html'),
          draw: at('renderer/draw.html'),
        },
        // The window uses the types that schemas make and hardly a schema: zod and they are left out of it.
        treeshake: { manualPureFunctions: ['z'] },
        // All that the first page needs is one file to ask for and to compile; what comes later stays apart.
        output: {
          codeSplitting: {
            groups: [{ name: 'window', test: /^(?!.*(?:print\.|renderer.draw.))/, tags: ['$initial'] }],
          },
        },
      },
    },
  },
});
