import cookie from '@fastify/cookie'
import type { Surface } from '@an-sinh/contract'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import type { Actor, ActorResolvers } from './actor.ts'
import type { Server } from './add-route.ts'
import { makeAnswerError, refusalAnswer } from './answer-error.ts'
import { makeRequestId } from './make-request-id.ts'
import type { Platform } from './platform.ts'
import { citizenHeaders, OFFICE_HEADERS, PROTECTING_HEADERS } from './protecting-headers.ts'
import { Refusal } from './refusal.ts'
import type { RefusalEars } from './refusal-ears.ts'

/** JSON bodies are small; photo pieces are at most 64 kB. */
const BODY_LIMIT_BYTES = 68 * 1024

const anonymous: Actor = { kind: 'anonymous' }

const makeFastify = (platform: Platform, answerError: ReturnType<typeof makeAnswerError>): FastifyInstance =>
  Fastify({
    loggerInstance: platform.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: makeRequestId,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 10_000,
    connectionTimeout: 15_000,
    keepAliveTimeout: 30_000,
    // Node looks at its time-outs every 30 s unless told: a slow client would hold a connection six times as long.
    http: { headersTimeout: 5000, connectionsCheckingInterval: 1000 },
    routerOptions: { maxParamLength: 120 },
    trustProxy: platform.settings.trustedProxies ?? false,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply.headers(PROTECTING_HEADERS)),
    // One logger for all: making a child for each request costs more than the few lines that need the request's id.
    childLoggerFactory: (logger) => logger,
    // Unknown keys and wrong types are told, not dropped or bent.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false } },
  }) as unknown as FastifyInstance

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/** Cookies are SameSite; on top a changing request must come from our own page (or from no page at all). */
const comesFromElsewhere = (request: FastifyRequest): boolean => {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const origin = request.headers.origin
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  // A sandboxed frame says "null", and so does nobody who means well, unless the browser vouches for it.
  return origin !== undefined && site !== 'same-origin' && hostOf(origin) !== request.headers.host
}

/** A server with what holds from the first endpoint: headers, CSP, limits of size and time, one answer for errors. */
export async function makeServer(platform: Platform, surface: Surface, resolvers: ActorResolvers): Promise<Server> {
  const refusals: RefusalEars = { listener: null }
  const answerError = makeAnswerError(refusals)
  const fastify = makeFastify(platform, answerError)
  const headers = surface === 'office' ? OFFICE_HEADERS : citizenHeaders(platform.settings.mapTiles)
  fastify.decorateRequest('actor')
  fastify.decorateRequest('concerns')
  fastify.addHook('onRequest', (request, reply, done) => {
    request.actor = anonymous
    reply.headers(headers).header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    if (comesFromElsewhere(request)) done(new Refusal('wrong-origin'))
    else done()
  })
  await fastify.register(cookie)
  fastify.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES }, (_request, body, done) =>
    done(null, body),
  )
  fastify.setErrorHandler(answerError)
  const server: Server = { fastify, surface, resolvers, sendPage: null, refusals }
  fastify.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
    if (wantsPage && server.sendPage !== null) return server.sendPage(reply)
    refusals.listener?.hear(request, 'not-found', {})
    return reply.code(404).send(refusalAnswer(request, 'not-found'))
  })
  return server
}
