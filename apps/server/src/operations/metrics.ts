import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Server } from '../platform/add-route.ts'

/** Prometheus metrics of this process. Labels are route patterns and status classes: no ids, no names. */
export type Metrics = { watch: (server: Server) => void; serve: (operations: FastifyInstance) => void }

export function makeMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'ansinh_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.15, 0.3, 1, 3, 10],
    registers: [registry],
  })
  const watched: Server[] = []
  const dropped: Gauge = new Gauge({
    name: 'ansinh_error_notes_dropped',
    help: 'Errors of this process that were answered but not noted, for want of room or of a database',
    registers: [registry],
    collect: (): void => dropped.set(watched.reduce((sum, { refusals }) => sum + (refusals.listener?.dropped() ?? 0), 0)),
  })
  return {
    watch: (server) => {
      const { fastify } = server
      watched.push(server)
      fastify.addHook('onResponse', (request, reply, done) => {
        seconds.observe(
          { route: request.routeOptions.config.route?.operationId ?? 'page', status: `${Math.floor(reply.statusCode / 100)}xx` },
          reply.elapsedTime / 1000,
        )
        done()
      })
    },
    serve: (operations) => {
      operations.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
    },
  }
}
