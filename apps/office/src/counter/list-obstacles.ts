import type { Case, Staff } from '@an-sinh/contract'
import { type CaseDraft, chosenPerson, DOCUMENT_KIND_ITEM } from './case-draft.ts'

export type Obstacle =
  | { readonly code: 'paper' | 'expired' | 'person' | 'dead' | 'merged' | 'decided' | 'state' }
  | { readonly code: 'locked'; readonly staffName: string }
  | { readonly code: 'missing' | 'failed'; readonly items: readonly string[] }
  | { readonly code: 'difference'; readonly fields: readonly string[] }

const DECIDED: readonly Case['state'][] = ['approved', 'activated', 'returned', 'refused']

/** Why nothing at all can be decided now: the case's state, its deadline, a colleague's lock. */
export function listDeskObstacles(shown: Case): Obstacle[] {
  if (DECIDED.includes(shown.state)) return [{ code: 'decided' }]
  const found: Obstacle[] = []
  if (shown.lock !== null && !shown.lock.mine) found.push({ code: 'locked', staffName: shown.lock.staffName })
  if (shown.state === 'expired') found.push({ code: 'expired' })
  else if (shown.state === 'awaiting-visit') found.push(shown.timing === 'expired' ? { code: 'expired' } : { code: 'paper' })
  else if (shown.state !== 'received' && shown.state !== 'checked') found.push({ code: 'state' })
  return found
}

const listPersonObstacles = (shown: Case, draft: CaseDraft, role: Staff['role']): Obstacle[] => {
  const person = chosenPerson(draft, shown)
  if (person === null) return [{ code: 'person' }]
  const blocking = person.differences.filter((difference) => difference.severity === 'block').map((difference) => difference.field)
  return [
    ...(person.died ? [{ code: 'dead' } as const] : []),
    ...(person.merged ? [{ code: 'merged' } as const] : []),
    ...(blocking.length > 0 && role === 'clerk' ? [{ code: 'difference', fields: blocking } as const] : []),
  ]
}

const listMarkObstacles = (shown: Case, draft: CaseDraft): Obstacle[] => {
  const isMarked = (code: string): boolean => (code === DOCUMENT_KIND_ITEM ? draft.documentKind !== null : draft.marks[code] !== undefined)
  const codes = shown.checklist.map((item) => item.code)
  const missing = codes.filter((code) => !isMarked(code))
  const failed = codes.filter((code) => draft.marks[code] === false)
  return [
    ...(missing.length > 0 ? [{ code: 'missing', items: missing } as const] : []),
    ...(failed.length > 0 ? [{ code: 'failed', items: failed } as const] : []),
  ]
}

/**
 * What stands in the way of an approval, all at once, so that the clerk sees the whole way. The server decides again; this list only
 * spares a useless question.
 */
export function listObstacles(shown: Case, draft: CaseDraft, role: Staff['role']): Obstacle[] {
  const desk = listDeskObstacles(shown)
  if (desk.some((obstacle) => obstacle.code === 'decided' || obstacle.code === 'state')) return desk
  return [...desk, ...listPersonObstacles(shown, draft, role), ...listMarkObstacles(shown, draft)]
}
