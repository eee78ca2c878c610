/** A photo at the far end; `folder`: the registration or request that it belongs to. */
type Upload = { bytes: Buffer; sizeBytes: number; sha256: string; done: boolean; folder: string; kind: string }
/** What the server of one run holds, and under whose sign-in it came. */
export type Held = {
  letters: Map<string, { intent: string; person: string; photos: readonly string[] }>
  uploads: Map<string, Upload>
  submissions: Map<string, { version: number; times: number }>
  versions: Map<string, number>
  /** Written for one person, arrived under another's sign-in; photos too. */
  strangers: number
  /** Letters that came before a photo without which they are not whole. */
  early: number
  requests: number
}

export const makeHeld = (): Held => ({
  letters: new Map(),
  uploads: new Map(),
  submissions: new Map(),
  versions: new Map(),
  strangers: 0,
  early: 0,
  requests: 0,
})

/** Every photo that a letter needs has arrived, whole. */
export const isWhole = ({ uploads }: Held, folder: string, kinds: readonly string[]): boolean =>
  kinds.every((kind) => [...uploads.values()].some((upload) => upload.done && upload.folder === folder && upload.kind === kind))

/** What the app told its user was taken. */
export type Accepted = { intent: string; person: string; letterId: string }
export type AcceptedDraft = { registrationId: string; uploads: string[] }
/** What one phone's people did: `taken`: the photos they took; `forgotten`: the letters they threw away. */
export type Done = {
  accepted: readonly Accepted[]
  drafts: readonly AcceptedDraft[]
  taken: ReadonlySet<string>
  forgotten: ReadonlySet<string>
}

/** What was taken and never arrived, whole; one intent that arrived as two; a photo that arrived as more than it is. */
export function compareWithHeld(held: Held, { accepted, drafts, taken, forgotten }: Done): { lost: number; doubled: number } {
  const arrived = ({ letterId, person }: Accepted): boolean => {
    const letter = held.letters.get(letterId)
    return letter?.person === person && isWhole(held, letterId, letter.photos)
  }
  const lostLetters = accepted.filter((letter) => !forgotten.has(letter.letterId) && !arrived(letter))
  const isSent = (uploads: readonly string[]): boolean => uploads.every((uploadId) => held.uploads.get(uploadId)?.done === true)
  const lostDrafts = drafts.filter(({ registrationId, uploads }) => !held.submissions.has(registrationId) || !isSent(uploads))
  const intents = [...held.letters.values()].map(({ intent }) => intent)
  const photos = [...held.uploads].filter(([uploadId, { bytes, sizeBytes }]) => !taken.has(uploadId) || bytes.length > sizeBytes)
  return {
    lost: lostLetters.length + lostDrafts.length + held.early,
    doubled: intents.length - new Set(intents).size + photos.length,
  }
}
