import type { Case } from '@an-sinh/contract'

export type DecisionKind = 'approve' | 'return' | 'refuse'
type WithReasons = Exclude<DecisionKind, 'approve'>

/** What the clerk has marked so far on one case; kept apart from the server's data, so that fresh data never wipe it. */
export type CaseDraft = {
  /** Version of the case that was on the screen when the first mark was made; null before. */
  readonly basedOnVersion: number | null
  readonly personId: number | null
  readonly documentKind: string | null
  /** Item of the checklist → good or not; an absent item is not yet marked. The kind of document is marked by its choice. */
  readonly marks: Readonly<Record<string, boolean>>
  readonly reasons: Readonly<Record<WithReasons, readonly string[]>>
}

export const EMPTY_DRAFT: CaseDraft = {
  basedOnVersion: null,
  personId: null,
  documentKind: null,
  marks: {},
  reasons: { return: [], refuse: [] },
}

export const DOCUMENT_KIND_ITEM = 'document-kind'

const touched = (draft: CaseDraft, version: number): CaseDraft => ({ ...draft, basedOnVersion: draft.basedOnVersion ?? version })

export const choosePerson = (draft: CaseDraft, version: number, personId: number | null): CaseDraft => ({
  ...touched(draft, version),
  personId,
})

export const chooseDocumentKind = (draft: CaseDraft, version: number, kind: string | null): CaseDraft => ({
  ...touched(draft, version),
  documentKind: kind,
})

/** Marks an item; null takes the mark away. */
export const markItem = (draft: CaseDraft, version: number, item: string, good: boolean | null): CaseDraft => {
  const { [item]: _before, ...others } = draft.marks
  return { ...touched(draft, version), marks: good === null ? others : { ...others, [item]: good } }
}

/** One key goes round: not marked → good → not good → not marked. */
export const cycleItem = (draft: CaseDraft, version: number, item: string): CaseDraft => {
  const mark = draft.marks[item]
  return markItem(draft, version, item, mark === undefined ? true : mark ? false : null)
}

export const toggleReason = (draft: CaseDraft, version: number, kind: WithReasons, code: string): CaseDraft => {
  const chosen = draft.reasons[kind]
  const next = chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code]
  return { ...touched(draft, version), reasons: { ...draft.reasons, [kind]: next } }
}

export const isTouched = (draft: CaseDraft): boolean => draft.basedOnVersion !== null

/** The marks stay, now for the newer version: after this clerk's own step, or after having looked again. */
export const rebaseDraft = (draft: CaseDraft, version: number): CaseDraft =>
  isTouched(draft) ? { ...draft, basedOnVersion: version } : draft

/** Marks were made on an older version than the one shown now. */
export const isStale = (draft: CaseDraft, shown: Pick<Case, 'version'>): boolean =>
  draft.basedOnVersion !== null && draft.basedOnVersion !== shown.version

/** Every item of the checklist has its mark. */
export const isMarked = (draft: CaseDraft, shown: Pick<Case, 'checklist'>): boolean =>
  shown.checklist.every(({ code }) => (code === DOCUMENT_KIND_ITEM ? draft.documentKind !== null : draft.marks[code] !== undefined))

/** With one candidate only, that one is compared; among several the clerk chooses. */
export const chosenPerson = (draft: CaseDraft, shown: Pick<Case, 'persons'>): Case['persons'][number] | null => {
  const personId = draft.personId ?? (shown.persons.length === 1 ? shown.persons[0]?.personId : undefined)
  return shown.persons.find((person) => person.personId === personId) ?? null
}
