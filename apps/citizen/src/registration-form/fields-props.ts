import type { DraftFields } from '../shared/draft/draft.ts'

/** What a group of fields takes: the answers so far, how to change them, and the sentence at a field. */
export type FieldsProps = {
  readonly fields: DraftFields
  readonly change: (fields: Partial<DraftFields>) => void
  readonly errorOf: (field: string) => string | undefined
}
