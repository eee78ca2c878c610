import type { Access } from '@an-sinh/contract'
import type { StaffRole } from '@an-sinh/domain'
import type { FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

export type AnonymousActor = { kind: 'anonymous' }
/** A browser that owns a registration (`own`), or a phone that was handed its photo step (`photos`). */
export type ApplicantActor = { kind: 'applicant'; registrationId: string; scope: 'own' | 'photos' }
export type CitizenActor = { kind: 'citizen'; personId: number; sessionHash: Buffer }
export type { StaffRole } from '@an-sinh/domain'
export type StaffActor = {
  kind: 'staff'
  staffId: number
  role: StaffRole
  officeId: number
  fullName: string
  personId: number | null
  stage: 'second-factor' | 'full'
  sessionHash: Buffer
  sessionEndsAt: Date
}
/** An officer of an employer or school. `employerId`: of today, when theirs was merged or renamed. */
export type EmployerActor = {
  kind: 'employer'
  officerId: number
  employerId: number
  employerCode: string
  officeId: number
  role: 'administrator' | 'officer'
  fullName: string
  stage: 'second-factor' | 'full'
  sessionHash: Buffer
  sessionEndsAt: Date
}
export type SystemActor = { kind: 'system'; job: string }
export type Actor = AnonymousActor | ApplicantActor | CitizenActor | StaffActor | EmployerActor | SystemActor

/** Answers who is asking, or null. accounts, staff, employer-officers and registrations bring theirs; app.ts puts them together. */
export type ActorResolver = (request: FastifyRequest) => Promise<Actor | null>
export type ActorResolvers = { applicant: ActorResolver; citizen: ActorResolver; staff: ActorResolver; employer: ActorResolver }

type Rule = { resolver: keyof ActorResolvers; admits: (actor: Actor) => boolean; otherwise: 'registration-not-yours' | 'not-signed-in' }

/** Signed in with both factors, in one of these roles now. */
const staffOf = (...roles: readonly StaffRole[]): Rule => ({
  resolver: 'staff',
  admits: (actor) => actor.kind === 'staff' && actor.stage === 'full' && roles.includes(actor.role),
  otherwise: 'not-signed-in',
})

/** The policy table: which actor each access word admits, and what the others are told. */
const POLICY: Record<Exclude<Access, 'public'>, Rule> = {
  applicant: {
    resolver: 'applicant',
    admits: (actor) => actor.kind === 'applicant' && actor.scope === 'own',
    otherwise: 'registration-not-yours',
  },
  'applicant-photos': { resolver: 'applicant', admits: (actor) => actor.kind === 'applicant', otherwise: 'registration-not-yours' },
  citizen: { resolver: 'citizen', admits: (actor) => actor.kind === 'citizen', otherwise: 'not-signed-in' },
  'staff-second-factor': {
    resolver: 'staff',
    admits: (actor) => actor.kind === 'staff' && actor.stage === 'second-factor',
    otherwise: 'not-signed-in',
  },
  staff: { resolver: 'staff', admits: (actor) => actor.kind === 'staff' && actor.stage === 'full', otherwise: 'not-signed-in' },
  clerk: staffOf('clerk', 'supervisor'),
  supervisor: staffOf('supervisor'),
  'case-reader': staffOf('clerk', 'supervisor', 'province'),
  'account-helper': staffOf('clerk', 'supervisor', 'support'),
  helper: staffOf('clerk', 'supervisor', 'province', 'support'),
  'post-giver': staffOf('supervisor', 'province', 'operator'),
  inspector: staffOf('supervisor', 'province'),
  operator: staffOf('operator'),
  'employer-second-factor': {
    resolver: 'employer',
    admits: (actor) => actor.kind === 'employer' && actor.stage === 'second-factor',
    otherwise: 'not-signed-in',
  },
  employer: { resolver: 'employer', admits: (actor) => actor.kind === 'employer' && actor.stage === 'full', otherwise: 'not-signed-in' },
  'employer-administrator': {
    resolver: 'employer',
    admits: (actor) => actor.kind === 'employer' && actor.stage === 'full' && actor.role === 'administrator',
    otherwise: 'not-signed-in',
  },
}

/** Lets the request through as somebody, or refuses. A signed-in person of the wrong role is told `not-allowed`. */
export async function admit(request: FastifyRequest, access: Access, resolvers: ActorResolvers): Promise<Actor> {
  if (access === 'public') return { kind: 'anonymous' }
  const rule = POLICY[access]
  const actor = await resolvers[rule.resolver](request)
  if (actor === null) throw new Refusal(rule.otherwise)
  if (rule.admits(actor)) return actor
  throw new Refusal((actor.kind === 'staff' || actor.kind === 'employer') && actor.stage === 'full' ? 'not-allowed' : rule.otherwise)
}

/** The request's actor as the kind the handler needs. A mismatch is our bug: the route's access word admitted somebody else. */
export function requireActor<K extends Actor['kind']>(request: FastifyRequest, kind: K): Extract<Actor, { kind: K }> {
  const actor = request.actor
  if (actor.kind !== kind) throw new Error(`route admits ${actor.kind}, handler wants ${kind}`)
  return actor as Extract<Actor, { kind: K }>
}
