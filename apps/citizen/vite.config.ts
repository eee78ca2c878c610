/// <reference types="vitest/config" />
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const COMPRESSIBLE = /\.(?:js|css|html|svg|webmanifest)$/u
const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }

/** The server sends ready-made .br and .gz twins: the best compression costs build time, not the phone's. */
const compressedTwins = (): Plugin => ({
  name: 'compressed-twins',
  apply: 'build',
  enforce: 'post',
  closeBundle: {
    order: 'post',
    sequential: true,
    handler: async () => {
      const folder = join(import.meta.dirname, 'dist')
      const paths = await readdir(folder, { recursive: true })
      for (const path of paths.filter((name) => COMPRESSIBLE.test(name))) {
        const bytes = await readFile(join(folder, path))
        await writeFile(join(folder, `${path}.gz`), await promisify(gzip)(bytes, { level: 9 }))
        await writeFile(join(folder, `${path}.br`), await promisify(brotliCompress)(bytes, BEST))
      }
    },
  },
})

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
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: {
    host: '127.0.0.1',
    port: Number(process.env['CITIZEN_DEV_PORT'] ?? 4430),
    strictPort: true,
    proxy: { '/api': process.env['CITIZEN_API'] ?? 'http://127.0.0.1:4000' },
  },
  // Left outside, these would bring the real React along beside Preact.
  test: { server: { deps: { inline: [/wouter/, /@tanstack\/react-query/] } } },
  plugins: [
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg}', 'manifest.webmanifest'] },
    }),
    compressedTwins(),
  ],
})
