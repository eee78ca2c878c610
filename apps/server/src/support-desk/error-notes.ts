import { REFUSALS } from '@an-sinh/contract'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../platform/actor.ts'
import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import type { RefusalListener } from '../platform/refusal-ears.ts'
import { type ErrorNote, insertErrorNotes } from './error-note-queries.ts'
import { readScreen } from './read-screen.ts'

const PAUSE_MS = 1000
/**
 * How many may wait, and how many a second may come on the long run: strangers cannot crowd out who is known, and a flood of errors costs a
 * bounded part of the disk (at most some 10 million rows of 200 bytes in 30 days).
 */
const ROOM = { known: { most: 500, perSecond: 50 }, strangers: { most: 500, perSecond: 5 } } as const
type Side = keyof typeof ROOM

/** `person/12`, `registration/…`, or null for those whose errors lead to nobody's story. */
const subjectOf = (actor: Actor | undefined, concerns: string | undefined): string | null => {
  if (actor?.kind === 'citizen') return `person/${actor.personId}`
  if (actor?.kind === 'applicant') return `registration/${actor.registrationId}`
  return concerns === undefined || concerns.endsWith('/nobody') ? null : concerns
}

/** Keeps what was answered for a moment in memory and writes it by the second: an answer never waits for it and never fails by it. */
export class ErrorNotes implements RefusalListener {
  readonly #platform: Platform
  readonly #surface: Server['surface']
  #waiting: ErrorNote[] = []
  #room: Record<Side, number> = { known: ROOM.known.most, strangers: ROOM.strangers.most }
  #filledAt = Date.now()
  #dropped = 0
  #timer: NodeJS.Timeout | null = null

  constructor(platform: Platform, surface: Server['surface']) {
    this.#platform = platform
    this.#surface = surface
  }

  dropped(): number {
    return this.#dropped
  }

  #takeRoom(side: Side): boolean {
    const seconds = (Date.now() - this.#filledAt) / 1000
    if (seconds >= 1) {
      this.#filledAt = Date.now()
      for (const one of ['known', 'strangers'] as const)
        this.#room[one] = Math.min(ROOM[one].most, this.#room[one] + Math.floor(seconds * ROOM[one].perSecond))
    }
    if (this.#room[side] <= 0) return false
    this.#room[side] -= 1
    return true
  }

  hear(request: FastifyRequest, code: keyof typeof REFUSALS, { tryAgainAt }: { tryAgainAt?: Date }): void {
    // A request that failed before its first hook has no actor yet.
    const actor = request.actor as Actor | undefined
    const subject = subjectOf(actor, request.concerns)
    if (!this.#takeRoom(subject === null ? 'strangers' : 'known')) {
      this.#dropped += 1
      return
    }
    this.#waiting.push({
      errorId: request.id,
      heardMs: Date.now(),
      operationId: request.routeOptions.config.route?.operationId ?? null,
      code,
      status: REFUSALS[code].status,
      tryAgainAt: tryAgainAt ?? null,
      surface: this.#surface,
      ...readScreen(request.headers['x-screen']),
      actorKind: actor?.kind ?? 'anonymous',
      subject,
    })
    this.#timer ??= setTimeout(() => void this.flush(), PAUSE_MS).unref()
  }

  /** Writes what waits. What the database does not take now is let go and counted: there is more trouble than errors then. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const notes = this.#waiting
    this.#waiting = []
    if (notes.length === 0) return
    try {
      await insertErrorNotes(this.#platform, notes)
    } catch (error) {
      this.#dropped += notes.length
      this.#platform.log.warn({ err: error, notes: notes.length }, 'error notes let go')
    }
  }
}

/** From now on every refusal and error of this server is noted. */
export function listenToRefusals(server: Server, platform: Platform): void {
  const notes = new ErrorNotes(platform, server.surface)
  server.refusals.listener = notes
  server.fastify.addHook('onClose', () => notes.flush())
}
