import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Server } from '../platform/add-route.ts'

/** OpenAPI 3.1 from the same schemas that check requests; must be registered before the routes. */
export async function describeApi(server: Server): Promise<void> {
  await server.fastify.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'An Sinh',
        version: '0.1.0',
        description: 'Social insurance: registration, counter, card and participation.',
        license: { name: 'MPL-2.0' },
      },
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema: {
        ...schema,
        ...(route.config?.route === undefined
          ? { hide: true }
          : { 'x-access': route.config.route.access, 'x-refuses': route.config.route.refuses }),
      } as typeof schema,
    }),
  })
}

/** The page's program is 5 MB, so it is read in at the first look. */
async function makeReference(): Promise<FastifyInstance> {
  const { default: scalar } = await import('@scalar/fastify-api-reference')
  const pages = Fastify({ logger: false })
  await pages.register(scalar, { routePrefix: '/reference', configuration: { url: '/openapi.json' } })
  return pages
}

/** The reference page, for developers, on the operations port only. */
export function serveApiReference(operations: Server['fastify'], document: () => object): void {
  let pages: Promise<FastifyInstance> | undefined
  operations.get('/openapi.json', async () => document())
  for (const url of ['/reference', '/reference/*'])
    operations.get(url, async (request, reply) => {
      pages ??= makeReference()
      const page = await (await pages).inject({ method: 'GET', url: request.url })
      return reply.code(page.statusCode).headers(page.headers).send(page.rawPayload)
    })
}
