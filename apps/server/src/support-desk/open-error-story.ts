import * as contract from '@an-sinh/contract'
import { type ErrorStory, openErrorStoryRoute, REFUSALS, type Route } from '@an-sinh/contract'
import { LOCAL_ERROR_KINDS, type LocalErrorKind, parseErrorId, parseLocalErrorId, screenNumberOf } from '@an-sinh/domain'
import { readHelpCentre } from '../help/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { type ErrorNoteRow, findErrorNote, openSubject } from './error-note-queries.ts'
import { LOCAL_ERROR_WORDS } from './local-error-words.ts'
import { findReadyAnswer } from './ready-answers.ts'

const MINUTE_MS = 60_000

const isRoute = (value: unknown): value is Route => typeof value === 'object' && value !== null && 'operationId' in value
const SUMMARIES: ReadonlyMap<string, string> = new Map(
  Object.values(contract as Record<string, unknown>)
    .filter(isRoute)
    .map(({ operationId, summary }) => [operationId, summary]),
)

const toStory = (platform: Platform, note: ErrorNoteRow): ErrorStory => {
  const { vi, en, nextVi, nextEn } = REFUSALS[note.code]
  return {
    errorId: note.errorId,
    origin: 'server',
    at: note.notedAt.toISOString(),
    surface: note.surface,
    screen: note.screen,
    appVersion: note.appVersion,
    askedBy: note.actorKind,
    asked: note.operationId === null ? null : { operationId: note.operationId, summary: SUMMARIES.get(note.operationId) ?? '' },
    answered: {
      status: note.status,
      code: note.code,
      sentence: { vi, en },
      nextStep: { vi: nextVi, en: nextEn },
      tryAgainAt: note.tryAgainAt?.toISOString() ?? null,
    },
    ready: findReadyAnswer(note.code),
    linked: openSubject(platform, note) !== null,
  }
}

/** Which of the app's screens an id's number can mean: those that an article helps with. */
const findScreen = (number: number): string | null => {
  const screens = readHelpCentre().articles.flatMap(({ context }) => context.filter((one) => one.startsWith('/')))
  return [...new Set(['/', ...screens])].find((screen) => screenNumberOf(screen) === number) ?? null
}

const toLocalStory = (errorId: string, local: { kind: LocalErrorKind; minute: number; screen: number }): ErrorStory => ({
  errorId,
  origin: 'app',
  at: new Date(local.minute * MINUTE_MS).toISOString(),
  surface: 'citizen',
  screen: findScreen(local.screen),
  appVersion: null,
  askedBy: 'anonymous',
  asked: null,
  answered: {
    status: 0,
    code: `app-${LOCAL_ERROR_KINDS.find((kind) => kind === local.kind)}`,
    tryAgainAt: null,
    ...LOCAL_ERROR_WORDS[local.kind],
  },
  ready: null,
  linked: false,
})

/** Names nobody, so that no line is written; whoever wants the person's story gives a reason there. */
export function openErrorStory(server: Server, platform: Platform): void {
  addRoute(server, openErrorStoryRoute, async ({ body, request }) => {
    const { staffId } = requireActor(request, 'staff')
    await platform.limits.consume('error-lookup', String(staffId))
    const errorId = requireFound(parseErrorId(body.errorId), 'error-id-shape')
    const local = parseLocalErrorId(errorId, Math.floor(Date.now() / MINUTE_MS))
    if (local !== null) return toLocalStory(errorId, local)
    return toStory(platform, requireFound(await findErrorNote(platform.sql, errorId), 'error-id-unknown'))
  })
}
