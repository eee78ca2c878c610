import { Failure, isPassing } from '../api/failure.ts'
import { backOffMs } from './back-off.ts'
import { deliverLetter, PhotoLost } from './deliver-letter.ts'
import type { Letter, LetterRefusal } from './letter.ts'
import { dropLetter, listLetters, refreshLetters, settleLetter } from './letter-store.ts'

export const refusalOf = ({ refusal }: Failure): LetterRefusal | null =>
  refusal === null
    ? null
    : {
        code: refusal.code,
        // What is wrong with which answer says more than that something is wrong.
        sentence: refusal.fields?.map((field) => field.sentence).join(' ') ?? refusal.sentence,
        nextStep: refusal.nextStep,
        requestId: refusal.requestId,
      }

/** Signed out, or too many at once: nothing was decided about the letter itself. */
const waits = (failure: unknown): boolean =>
  !(failure instanceof Failure) || isPassing(failure) || failure.status === 401 || failure.status === 429

const afterFailure = (letter: Letter, failure: unknown): Letter => {
  const attempts = letter.attempts + 1
  if (failure instanceof PhotoLost) return { ...letter, attempts, lastError: 'photo-lost', state: 'stopped', refusal: null }
  const lastError = failure instanceof Failure ? failure.message : 'bug'
  if (failure instanceof Failure && !waits(failure))
    return { ...letter, attempts, lastError, state: failure.status === 409 ? 'asks' : 'stopped', refusal: refusalOf(failure) }
  const tryAgainAt = failure instanceof Failure ? failure.refusal?.tryAgainAt : undefined
  const pauseMs = Math.max(backOffMs(attempts, Math.random()), tryAgainAt === undefined ? 0 : Date.parse(tryAgainAt) - Date.now())
  return { ...letter, attempts, lastError, nextTryAt: Date.now() + pauseMs }
}

/** The server named an instant before which another attempt is of no use. */
const isHeldBack = ({ lastError, nextTryAt }: Letter): boolean => lastError === 'too-many' && nextTryAt > Date.now()

/**
 * Sends what waits, oldest first. Answers in how many milliseconds something is to be tried again by itself; null when nothing is: a letter
 * that waits for its person to sign in is tried at the next visit.
 */
export const sendLetters = async (): Promise<number | null> => {
  const pauses: number[] = []
  for (const letter of (await listLetters()).letters) {
    if (letter.state !== 'waiting') continue
    if (isHeldBack(letter)) {
      pauses.push(letter.nextTryAt - Date.now())
      continue
    }
    try {
      await deliverLetter(letter, letter.person)
      await dropLetter(letter.letterId)
    } catch (failure) {
      const after = afterFailure(letter, failure)
      await settleLetter(after)
      if (after.state === 'waiting' && after.lastError !== 'not-signed-in') pauses.push(after.nextTryAt - Date.now())
    }
  }
  await refreshLetters()
  return pauses.length === 0 ? null : Math.max(0, Math.min(...pauses))
}
