/// <reference types="vitest/config" />
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { compressedTwins } from '../../tools/compressed-twins.ts'
import { refuseCircles } from '../../tools/refuse-circles.ts'

export default defineConfig({
  root: import.meta.dirname,
  // Types and every import say "react"; what runs is Preact's compatible API, a tenth of the size.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  optimizeDeps: { include: ['preact/jsx-dev-runtime'] },
  resolve: {
    alias: [
      { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react$/, replacement: 'preact/compat' },
      { find: /^use-sync-external-store\/shim(?:\/index\.js)?$/, replacement: 'preact/compat' },
    ],
  },
  // The content security policy forbids inline scripts and styles: nothing is inlined, no polyfill is injected.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // By itself the bundler makes a file of each piece that two screens share: forty requests of a kilobyte before the card on a slow phone. One
    // file of what four screens share; several by size came to need each other in a circle.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], priority: 2 },
            { name: 'shared', minShareCount: 4, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env['CITIZEN_DEV_PORT'] ?? 4430),
    strictPort: true,
    proxy: { '/api': process.env['CITIZEN_API'] ?? 'http://127.0.0.1:4000' },
  },
  // Left outside, these would bring the real React along beside Preact.
  test: { server: { deps: { inline: [/wouter/, /@tanstack\/react-query/] } } },
  plugins: [
    refuseCircles(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg}', 'manifest.webmanifest'] },
    }),
    compressedTwins(join(import.meta.dirname, 'dist')),
  ],
})
