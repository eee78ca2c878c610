import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { compressedTwins } from '../../tools/compressed-twins.ts'

/** The office console. In development `/api` goes to the running server, so that cookies stay on one origin. */
export default defineConfig({
  root: import.meta.dirname,
  // Every bundled language is dropped: the console brings its own Vietnamese and English strings (shared/react-aria-strings).
  plugins: [{ ...optimizeLocales.vite({ locales: [] }), enforce: 'pre' }, react(), compressedTwins(join(import.meta.dirname, 'dist'))],
  // Nothing inline: the content security policy allows own files only.
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { host: 'localhost', port: Number(process.env['ANSINH_OFFICE_DEV_PORT'] ?? 4460), proxy: { '/api': 'http://localhost:4001' } },
})
