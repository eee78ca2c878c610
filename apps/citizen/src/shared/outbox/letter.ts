import type { RequestTo } from '../api/routes.ts'
import type { LetterPhoto } from './letter-photos.ts'

/** Every form that a signed-in person sends. The address takes the client's id, so that sending again is the same letter. */
export const LETTER_ROUTES = {
  'correction-request': 'POST /api/me/correction-requests',
  'request-addition': 'POST /api/me/correction-requests/:requestId/additions',
  'data-request': 'POST /api/me/data-requests',
  'contact-address': 'POST /api/me/addresses',
  'adjust-request': 'POST /api/me/adjust-requests',
  ticket: 'POST /api/me/tickets',
  'dependant-request': 'POST /api/me/dependant-requests',
} as const
export type LetterKind = keyof typeof LETTER_ROUTES
export type LetterBody<Kind extends LetterKind> = RequestTo<(typeof LETTER_ROUTES)[Kind]>['body']

/** What the person sent, before anything became of it. */
export type NewLetter<Kind extends LetterKind = LetterKind> = {
  /** The id under which the server will know it. */
  readonly letterId: string
  readonly kind: Kind
  /** What it is about, as the person read it. */
  readonly title: string
  readonly body: LetterBody<Kind>
  /** They leave before it. */
  readonly photos?: readonly LetterPhoto[]
  /** Where what became of it is shown, and where it is written. */
  readonly resultAt: string
  readonly editAt: string
}

export type LetterRefusal = { readonly code: string; readonly sentence: string; readonly nextStep: string; readonly requestId: string }

/** One intent on its way. `asks`: the server knows something newer (409) and the person decides; `stopped`: it was refused, with the reason. */
export type Letter = NewLetter & {
  readonly schemaVersion: 1
  /** The server's tag for whose letter it is; it leaves under no other name. */
  readonly person: string
  readonly keptAt: number
  readonly state: 'waiting' | 'asks' | 'stopped'
  readonly attempts: number
  readonly lastError: string | null
  readonly nextTryAt: number
  readonly refusal: LetterRefusal | null
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** A stored letter of this schema version, of a kind that this build can send. */
export const parseLetter = (value: unknown): Letter | null =>
  isObject(value) && value['schemaVersion'] === 1 && typeof value['letterId'] === 'string' && String(value['kind']) in LETTER_ROUTES
    ? (value as Letter)
    : null
