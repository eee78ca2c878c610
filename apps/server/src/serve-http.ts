import Fastify from 'fastify'
import { createApp } from './app.ts'
import { MIGRATIONS_FOLDER } from './migrations-folder.ts'
import { stopDocumentThreads, warmDocumentThreads } from './documents/index.ts'
import { makeMetrics, serveApiReference } from './operations/index.ts'
import { requireMigrated } from './platform/migrate.ts'
import { openPlatform } from './platform/platform.ts'
import { parseSettings } from './platform/settings.ts'
import { runUntilStopped } from './run-until-stopped.ts'

/** Citizen host, office host, and an operations port on loopback (metrics, API reference), until the process is told to stop. */
export const serveHttp = (): Promise<void> =>
  runUntilStopped(async () => {
    const settings = parseSettings(process.env)
    const platform = await openPlatform(settings, { name: 'http', works: false })
    await requireMigrated(platform.sql, MIGRATIONS_FOLDER)
    const metrics = makeMetrics()
    const citizen = await createApp(platform, 'citizen')
    const office = await createApp(platform, 'office')
    const operations = Fastify({ logger: false })
    for (const server of [citizen, office]) metrics.watch(server)
    metrics.serve(operations)
    serveApiReference(operations, () => ({ citizen: citizen.fastify.swagger(), office: office.fastify.swagger() }).citizen)
    await citizen.fastify.listen({ port: settings.citizenPort, host: settings.bindAddress })
    await office.fastify.listen({ port: settings.officePort, host: settings.bindAddress })
    await operations.listen({ port: settings.operationsPort, host: '127.0.0.1' })
    warmDocumentThreads()
    return async () => {
      await Promise.all([citizen.fastify.close(), office.fastify.close(), operations.close(), stopDocumentThreads()])
      await platform.close()
    }
  })
