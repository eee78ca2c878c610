import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import type { Server } from '../platform/add-route.ts'
import type { Queryable } from '../platform/sql.ts'
import { findInstallation } from './operations-queries.ts'

/** Built files carry their hash in the name; everything else must be asked for again. */
const cacheControl = (path: string): string => (/\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')

/** Without a database the page stands all the same; that it is a demonstration is then told with the settings. */
const isDemo = async (sql: Queryable): Promise<boolean> =>
  findInstallation(sql).then(
    (installation) => installation?.demo === true,
    () => false,
  )

/** The shell says from its first byte that this is a demonstration: told later, the page would move under the reader's finger. */
const makeDemoPage = (path: string): string => readFileSync(path, 'utf8').replace('<html ', '<html data-demo ')

/**
 * Serves the built web app of a surface with its precompressed twins; unknown pages get the app's shell
 * (it routes itself). Without a build nothing is served: the API runs alone.
 */
export async function serveWebApp(server: Server, distFolder: string, sql: Queryable): Promise<void> {
  const shell = join(distFolder, 'index.html')
  if (!existsSync(shell)) return
  const demoPage = (await isDemo(sql)) ? makeDemoPage(shell) : null
  await server.fastify.register(fastifyStatic, {
    root: distFolder,
    preCompressed: true,
    cacheControl: false,
    index: false,
    setHeaders: (reply, path) => void reply.header('cache-control', cacheControl(path)),
  })
  const sendPage = (reply: FastifyReply): FastifyReply => {
    reply.header('cache-control', 'no-cache')
    return demoPage === null ? reply.sendFile('index.html') : reply.type('text/html; charset=utf-8').send(demoPage)
  }
  server.sendPage = sendPage
  for (const path of ['/', '/index.html']) server.fastify.get(path, (_request, reply) => sendPage(reply))
}
