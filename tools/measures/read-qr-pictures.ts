import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type QrReader = { name: string; read: (path: string) => Promise<string> }

const zbar: QrReader = {
  name: 'zbarimg',
  read: async (path) => {
    try {
      return (await run('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', path])).stdout.trimEnd()
    } catch {
      // Nothing was found in the picture.
      return ''
    }
  },
}

/** A reader that shares no line with the writer: Debian's zbarimg, else ZXing compiled to WebAssembly. */
export async function findQrReader(): Promise<QrReader> {
  if (spawnSync('zbarimg', ['--version']).status === 0) return zbar
  const server = createRequire(join(import.meta.dirname, '../../apps/server/package.json'))
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
  const wasm = readFileSync(server.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true })
  return { name: 'zxing-wasm', read: async (path) => (await readBarcodes(new Blob([readFileSync(path)])))[0]?.text ?? '' }
}
