export { choosePerson, chosenPerson, isMarked, isStale, rebaseDraft } from './case-draft.ts'
export { DecisionPanel } from './decision-panel.tsx'
export { UndoBar } from './undo-bar.tsx'
export { forgetDrafts, hasDrafts, useCaseDraft } from './use-case-draft.ts'
