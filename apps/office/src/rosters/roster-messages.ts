import { formatDateVi } from '@an-sinh/domain'
import { makeMessages } from '../shared/make-messages.ts'
import en from './messages.en.json' with { type: 'json' }
import vi from './messages.vi.json' with { type: 'json' }

export const rosterMessages = makeMessages(vi, en)

/** A cell as people read it: our words for the sexes and our order of dates stay inside. */
export const useCellText = (): ((column: string, cell: string | null) => string) => {
  const say = rosterMessages.useSay()
  return (column, cell) => {
    if (cell === null) return '–'
    if (column === 'sex' && (cell === 'male' || cell === 'female')) return say(`sex-${cell}`)
    return /^\d{4}-\d{2}(?:-\d{2})?$/u.test(cell) ? formatDateVi(cell) : cell
  }
}
