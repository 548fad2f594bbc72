import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Build targets are those of the oldest Electron that Order Desk runs on (33), whichever runtime is installed here, so that
// the same sources always give the same build.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      // The packages named under "dependencies" stay outside (they bring native programs); everything else is bundled.
      externalizeDeps: true,
      rolldownOptions: {
        input: { main: 'electron/main.ts' },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      // A sandboxed preload is one CommonJS file that can require Electron alone.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    server: { host: '127.0.0.1' },
    // Module workers, which load parts of their code when they need them.
    worker: { format: 'es' },
    build: {
      target: chromeTarget,
      minify: true,
      // Absolute, since Vite looks for it from the root as well as from here.
      rolldownOptions: {
        input: { index: resolve(import.meta.dirname, 'renderer/index.html') },
        // The page asks main to check things. The schemas that come along with what it imports from shared/ are left out.
        treeshake: { manualPureFunctions: ['z'] },
      },
    },
  },
});
