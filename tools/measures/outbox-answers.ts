import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import type { LetterKind } from './outbox-bundle.ts'
import { type Held, isWhole } from './outbox-held.ts'
import { LETTERS, parseWords } from './outbox-letters.ts'
import { readLetterPhoto } from './outbox-photo.ts'

export type Answer = { status: number; body: unknown }

export const refusal = (status: number, code: string, more = {}): Answer => ({
  status,
  body: { code, sentence: `câu ${code}`, nextStep: 'bước tiếp theo', requestId: 'r-1', ...more },
})
const ok = (status: number, body: unknown = {}): Answer => ({ status, body })

/** Who is signed in; null when the letter was written for somebody else, whom the product refuses to answer then. */
function findPerson(request: IncomingMessage): string | null {
  const person = request.headers['x-session']
  const writtenFor = request.headers['ansinh-person']
  return typeof person === 'string' && (writtenFor === undefined || writtenFor === person) ? person : null
}

type Asked = { held: Held; request: IncomingMessage; body: Buffer; path: string; isNewer: boolean }

/** As the product answers a letter: nobody else's, once per id, and a wrong one with its reason. A child is declared before its paper comes. */
function takeLetter({ held, request, body, isNewer }: Asked, kind: LetterKind): Answer {
  const person = findPerson(request)
  if (person === null) return refusal(401, 'not-signed-in')
  const sent = JSON.parse(body.toString()) as Record<string, string>
  const letterId = sent[LETTERS[kind].id] ?? ''
  const words = parseWords(sent[LETTERS[kind].words] ?? '')
  if (words.person !== person) held.strangers += 1
  const takes = (): Answer =>
    ok(201, kind === 'dependant-request' ? { state: isWhole(held, letterId, words.photos) ? 'sent' : 'awaiting-photo' } : {})
  if (held.letters.has(letterId)) return takes()
  if (words.shape === 'wrong') return refusal(400, 'correction-empty')
  if (isNewer) return refusal(409, 'data-request-open-already')
  if (kind !== 'dependant-request' && !isWhole(held, letterId, words.photos)) held.early += 1
  held.letters.set(letterId, { intent: words.intent, person, photos: words.photos })
  return takes()
}

function announcePhoto(held: Held, body: Buffer, folder: string): Answer {
  const { uploadId, sha256, sizeBytes, kind = 'birth-certificate' } = JSON.parse(body.toString()) as Record<string, string>
  const known = held.uploads.get(uploadId ?? '') ?? {
    bytes: Buffer.alloc(0),
    sizeBytes: Number(sizeBytes),
    sha256: sha256 ?? '',
    done: false,
    folder,
    kind,
  }
  held.uploads.set(uploadId ?? '', known)
  return ok(201, { uploadId, offset: known.bytes.length })
}

/** Photos of a registration, of a request and of a child go the same way; those of a person go under that person's sign-in alone. */
function takePhoto({ held, request, body, path }: Asked): Answer {
  const [, folder = '', uploadId] = /\/([^/]+)\/(?:photos|certificates)(?:\/([^/]+))?/u.exec(path) ?? []
  const isPersonal = path.startsWith('/api/me/')
  const person = findPerson(request)
  if (isPersonal && person === null) return refusal(401, 'not-signed-in')
  if (uploadId === undefined) return announcePhoto(held, body, folder)
  const upload = held.uploads.get(uploadId)
  if (upload === undefined) return refusal(404, 'not-found')
  if (path.endsWith('/offset')) return ok(200, { offset: upload.bytes.length })
  if (request.method === 'PATCH') {
    if (Number(request.headers['upload-offset']) !== upload.bytes.length) return refusal(409, 'upload-offset')
    upload.bytes = Buffer.concat([upload.bytes, body])
    return ok(200, { offset: upload.bytes.length })
  }
  if (createHash('sha256').update(upload.bytes).digest('hex') !== upload.sha256) return refusal(422, 'upload-hash')
  if (isPersonal) {
    const says = readLetterPhoto(upload.bytes)
    if (says.person !== person) held.strangers += 1
    if (says.shape === 'wrong') return refusal(422, 'photo-type')
  }
  upload.done = true
  return ok(200, { kind: upload.kind, documentId: uploadId })
}

/** The same version again has its effect once; a version that moved on is told. */
function takeSubmission({ held, body, isNewer }: Asked, registrationId: string): Answer {
  const { version } = JSON.parse(body.toString()) as { version: number }
  const known = held.submissions.get(registrationId)
  if (known?.version === version) return ok(201)
  if (isNewer && known === undefined) held.versions.set(registrationId, version + 1)
  if (known !== undefined || version !== (held.versions.get(registrationId) ?? 1)) return refusal(409, 'version-conflict')
  held.submissions.set(registrationId, { version, times: 1 })
  return ok(201)
}

const KINDS = Object.keys(LETTERS) as LetterKind[]

/** What the product would do and say. */
export function act(held: Held, request: IncomingMessage, body: Buffer, isNewer: boolean): Answer {
  const path = request.url ?? ''
  const asked: Asked = { held, request, body, path, isNewer }
  const kind = KINDS.find((one) => LETTERS[one].path === path)
  if (kind !== undefined) return takeLetter(asked, kind)
  const [, registrationId = ''] = /^\/api\/registrations\/([^/]+)/u.exec(path) ?? []
  if (path.endsWith('/submission')) return takeSubmission(asked, registrationId)
  return /\/(?:photos|certificates)/u.test(path) ? takePhoto(asked) : refusal(404, 'not-found')
}
