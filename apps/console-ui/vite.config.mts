import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The operator's console as static files under `/console`. In development the API of a running system is proxied. */
export default defineConfig({
  root: here('.'),
  base: '/console/',
  resolve: { alias: { '@lienthong/contracts': here('../../libs/contracts/src') } },
  build: {
    outDir: here('../../dist/console-ui'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1_600,
    rolldownOptions: {
      // Components mark themselves for servers that render React; here there is none.
      onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
    },
  },
  // `Host` stays that of the page, as the API asks of whoever calls it from a browser.
  server: {
    port: 5173,
    proxy: { '/v1': { target: process.env['CONSOLE_API'] ?? 'http://127.0.0.1:3000', changeOrigin: false } },
  },
});
