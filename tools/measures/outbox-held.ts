import type { Held } from './outbox-far-end.ts'

/** What the app told its user was taken. */
export type Accepted = { intent: string; person: string; letterId: string }
export type AcceptedDraft = { registrationId: string; uploads: string[] }

/** What was taken and never arrived, whole; and one intent that arrived as two. */
export function compareWithHeld(
  held: Held,
  accepted: readonly Accepted[],
  drafts: readonly AcceptedDraft[],
): { lost: number; doubled: number } {
  const lostLetters = accepted.filter(({ letterId, person }) => held.letters.get(letterId)?.person !== person)
  const isWhole = (uploads: readonly string[]): boolean => uploads.every((uploadId) => held.uploads.get(uploadId)?.done === true)
  const lostDrafts = drafts.filter(({ registrationId, uploads }) => !held.submissions.has(registrationId) || !isWhole(uploads))
  const intents = [...held.letters.values()].map(({ intent }) => intent)
  return { lost: lostLetters.length + lostDrafts.length, doubled: intents.length - new Set(intents).size }
}
