import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const COMPRESSIBLE = /\.(?:js|css|html|svg|webmanifest)$/u
const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }

const writeTwins = async (path: string): Promise<void> => {
  const bytes = await readFile(path)
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, BEST))
}

/** After a build every text file in `folder` gets its .gz and .br, which the server sends ready-made: the best compression costs build time only. */
export const compressedTwins = (folder: string): Plugin => ({
  name: 'compressed-twins',
  apply: 'build',
  enforce: 'post',
  closeBundle: {
    order: 'post',
    sequential: true,
    handler: async () => {
      const paths = await readdir(folder, { recursive: true })
      await Promise.all(paths.filter((name) => COMPRESSIBLE.test(name)).map((name) => writeTwins(join(folder, name))))
    },
  },
})
