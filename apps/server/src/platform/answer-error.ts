import { REFUSALS, type RefusalAnswer, type RefusalCode } from '@an-sinh/contract'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseAway } from './database-away.ts'
import { Refusal, type RefusalDetails } from './refusal.ts'
import type { RefusalEars } from './refusal-ears.ts'

const codeOf = (error: FastifyError | Error): RefusalCode => {
  if ('validation' in error && error.validation !== undefined) return 'bad-request'
  const code = 'code' in error ? error.code : ''
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'too-large'
  if (code.startsWith('FST_ERR_CTP') || ('statusCode' in error && error.statusCode === 400)) return 'bad-request'
  // The caller may come again, and learns no more.
  if (code === 'ENOSPC' || isDatabaseAway(code)) return 'unavailable'
  return 'bug'
}

/** Which field the schema refused: `/answers/fullName` → `answers.fullName`, or the missing key. */
const fieldsOf = (error: FastifyError | Error): RefusalDetails => {
  const [first] = 'validation' in error && error.validation !== undefined ? error.validation : []
  if (first === undefined) return {}
  const missing = first.params['missingProperty'] ?? first.params['additionalProperty']
  const field = [...first.instancePath.split('/').slice(1), ...(typeof missing === 'string' ? [missing] : [])].join('.')
  return field === '' ? {} : { fields: [{ field, code: 'bad-request' }] }
}

const isEnglish = (request: FastifyRequest): boolean => /^\s*en\b/i.test(request.headers['accept-language'] ?? '')

export function refusalAnswer(request: FastifyRequest, code: RefusalCode, details: RefusalDetails = {}): RefusalAnswer {
  const english = isEnglish(request)
  const row = REFUSALS[code]
  return {
    code,
    sentence: english ? row.en : row.vi,
    nextStep: english ? row.nextEn : row.nextVi,
    requestId: request.id,
    ...(details.tryAgainAt === undefined ? {} : { tryAgainAt: details.tryAgainAt.toISOString() }),
    ...(details.work === undefined ? {} : { work: details.work }),
    ...(details.fields === undefined
      ? {}
      : { fields: details.fields.map((field) => ({ ...field, sentence: english ? REFUSALS[field.code].en : REFUSALS[field.code].vi })) }),
  }
}

/** The one handler: a refusal answers its row; anything else is logged and shows a request id only. Whoever listens hears of both. */
export const makeAnswerError =
  (ears: RefusalEars) =>
  async (error: Error, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const refusal = error instanceof Refusal ? error : new Refusal(codeOf(error), fieldsOf(error))
    if (!(error instanceof Refusal) && refusal.code !== 'bad-request') request.log.error({ reqId: request.id, err: error }, refusal.code)
    ears.listener?.hear(request, refusal.code, refusal.details)
    if (refusal.details.tryAgainAt !== undefined)
      reply.header('retry-after', Math.max(1, Math.ceil((refusal.details.tryAgainAt.getTime() - Date.now()) / 1000)))
    await reply
      .code(REFUSALS[refusal.code].status)
      .type('application/json; charset=utf-8')
      .send(refusalAnswer(request, refusal.code, refusal.details))
  }
