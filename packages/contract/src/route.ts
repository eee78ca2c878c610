import { type Static, type TSchema, Type } from 'typebox'
import type { RefusalCode } from './refusals/index.ts'

/**
 * Who may call: the role × route × ownership matrix is generated from this. `applicant` = a browser that owns the registration; `clerk` = clerk and
 * supervisor at their own office; `case-reader` = these and the province, which reads its offices' cases; `account-helper` = these two and support,
 * which sees how an account stands; `helper` = clerk, supervisor, province and support, who answer tickets and chats; `post-giver` = supervisor, province, operator, who give posts and speak for their office; `inspector` = supervisor and province; `employer` = officers of an
 * employer or school, about their own; `employer-administrator` = those of them who manage the others.
 */
export type Access =
  | 'public'
  | 'applicant'
  | 'applicant-photos'
  | 'citizen'
  | 'staff-second-factor'
  | 'staff'
  | 'clerk'
  | 'supervisor'
  | 'case-reader'
  | 'account-helper'
  | 'helper'
  | 'post-giver'
  | 'inspector'
  | 'operator'
  | 'employer-second-factor'
  | 'employer'
  | 'employer-administrator'

/** Which host carries the route, so that citizen and office hosts stay separable. */
export type Surface = 'citizen' | 'office' | 'both'

export type Route = {
  operationId: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: `/api/${string}`
  surface: Surface
  access: Access
  summary: string
  params?: TSchema
  query?: TSchema
  body?: TSchema
  /** What leaves; undeclared keys do not. `null` = no body, or bytes of `media`. */
  answer: TSchema | null
  status: 200 | 201 | 202 | 204
  media?: 'application/pdf' | 'image/jpeg' | 'application/octet-stream' | 'text/event-stream'
  /** Bodies that are bytes, not JSON. */
  takes?: 'application/octet-stream'
  refuses: readonly RefusalCode[]
}

export const route = <const R extends Route>(definition: R): R => definition

export type ParamsOf<R extends Route> = R extends { params: infer S extends TSchema } ? Static<S> : Record<string, never>
export type QueryOf<R extends Route> = R extends { query: infer S extends TSchema } ? Static<S> : Record<string, never>
export type BodyOf<R extends Route> = R extends { body: infer S extends TSchema }
  ? Static<S>
  : R extends { takes: string }
    ? Uint8Array
    : undefined
export type AnswerOf<R extends Route> = R['answer'] extends TSchema ? Static<R['answer']> : undefined

const sentence = Type.String()
/**
 * Work to be done before the same request is taken: find a number so that SHA-256 of `challenge.number` begins with `bits` zero bits, and send
 * `challenge.number` along as the header `x-work`. Done once, it counts once.
 */
const workSchema = Type.Object({ challenge: Type.String(), bits: Type.Integer() })
export type WorkChallenge = Static<typeof workSchema>
/** Every refusal has a code, a sentence a citizen understands, and a next step (in the language asked for), and the id to quote. */
export const refusalSchema = Type.Object({
  code: Type.String(),
  sentence,
  nextStep: sentence,
  requestId: Type.String(),
  tryAgainAt: Type.Optional(Type.String({ description: 'instant, ISO 8601' })),
  work: Type.Optional(workSchema),
  fields: Type.Optional(Type.Array(Type.Object({ field: Type.String(), code: Type.String(), sentence }))),
})
export type RefusalAnswer = Static<typeof refusalSchema>
