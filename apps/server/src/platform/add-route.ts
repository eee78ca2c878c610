import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route, Surface } from '@an-sinh/contract'
import { refusalSchema } from '@an-sinh/contract'
import '@fastify/swagger'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import { type Actor, type ActorResolvers, admit } from './actor.ts'
import { normaliseEdgeText } from './edge-text.ts'
import type { RefusalEars } from './refusal-ears.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor
    /** `person/12` or `registration/…`: whom a refusal to somebody not signed in concerns, for those who help later. Never part of an answer. */
    concerns?: string
  }
  interface FastifyContextConfig {
    route?: Route
  }
}

/** Parsed and trusted inside: texts are NFC, shapes are the contract's. */
export type RouteInput<R extends Route> = {
  params: ParamsOf<R>
  query: QueryOf<R>
  body: BodyOf<R>
  request: FastifyRequest
  reply: FastifyReply
}
export type Handler<R extends Route> = (input: RouteInput<R>) => Promise<AnswerOf<R> | FastifyReply>

/** A server of one surface. Routes of the other surface are passed over, so that the hosts stay separable. */
export type Server = {
  fastify: FastifyInstance
  surface: Surface
  resolvers: ActorResolvers
  /** The web app's shell for pages it routes itself; null while no app is served. */
  sendPage: ((reply: FastifyReply) => FastifyReply) | null
  refusals: RefusalEars
}

const schemaOf = (route: Route): NonNullable<RouteShorthandOptions['schema']> => ({
  operationId: route.operationId,
  summary: route.summary,
  ...(route.params === undefined ? {} : { params: route.params }),
  ...(route.query === undefined ? {} : { querystring: route.query }),
  ...(route.body === undefined ? {} : { body: route.body }),
  response: { ...(route.answer === null ? {} : { [route.status]: route.answer }), '4xx': refusalSchema, '5xx': refusalSchema },
})

/**
 * Registers one endpoint of the contract. Who may call is decided by the route's access word, before the body is read
 * (`resolves: 'in-handler'` where the handler reads the session in its own single statement).
 */
export function addRoute<const R extends Route>(
  server: Server,
  route: R,
  handler: Handler<R>,
  options: { resolves?: 'before' | 'in-handler'; bodyLimitBytes?: number } = {},
): void {
  if (route.surface !== 'both' && server.surface !== 'both' && route.surface !== server.surface) return
  server.fastify.route({
    method: route.method,
    url: route.url,
    schema: schemaOf(route),
    config: { route },
    ...(options.bodyLimitBytes === undefined ? {} : { bodyLimit: options.bodyLimitBytes }),
    ...(options.resolves === 'in-handler'
      ? {}
      : { onRequest: async (request) => void (request.actor = await admit(request, route.access, server.resolvers)) }),
    handler: async (request, reply) => {
      reply.code(route.status)
      const input = {
        params: route.params === undefined ? request.params : normaliseEdgeText(request.params),
        query: route.query === undefined ? request.query : normaliseEdgeText(request.query),
        body: route.body === undefined ? request.body : normaliseEdgeText(request.body),
        request,
        reply,
      } as RouteInput<R>
      return handler(input)
    },
  })
}
