import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Server } from '../platform/add-route.ts'

/** Built files carry their hash in the name; everything else must be asked for again. */
const cacheControl = (path: string): string => (/\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')

/**
 * Serves the built web app of a surface with its precompressed twins; unknown pages get the app's shell
 * (it routes itself). Without a build nothing is served: the API runs alone.
 */
export async function serveWebApp(server: Server, distFolder: string): Promise<void> {
  if (!existsSync(join(distFolder, 'index.html'))) return
  await server.fastify.register(fastifyStatic, {
    root: distFolder,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', cacheControl(path)),
  })
  server.sendPage = (reply) => reply.header('cache-control', 'no-cache').sendFile('index.html')
}
