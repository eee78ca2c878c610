import swagger from '@fastify/swagger'
import scalar from '@scalar/fastify-api-reference'
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

/** The reference page, for developers, on the operations port only. */
export async function serveApiReference(operations: Server['fastify'], document: () => object): Promise<void> {
  operations.get('/openapi.json', async () => document())
  await operations.register(scalar, { routePrefix: '/reference', configuration: { url: '/openapi.json' } })
}
