import { addMonths, type CivilMonth } from './civil-month.ts'

type SpellTime = { readonly fromMonth: CivilMonth; readonly toMonth: CivilMonth | null; readonly lateMonths: number }

/**
 * What stands in place of a spell of which all, or one month, is put right (`patch`) or taken away (null). The months around a month stay as they
 * were; months paid late are the last ones, so they stay with the end. A month is not moved: its patch names no other time.
 */
export const correctSpell = <S extends SpellTime>(spell: S, month: CivilMonth | null, patch: Partial<S> | null): S[] => {
  if (month === null) return patch === null ? [] : [{ ...spell, ...patch }]
  const isLast = spell.toMonth === month
  const before =
    spell.fromMonth < month ? [{ ...spell, toMonth: addMonths(month, -1), lateMonths: isLast ? Math.max(0, spell.lateMonths - 1) : 0 }] : []
  const late = isLast ? Math.min(1, spell.lateMonths) : 0
  const itself = patch === null ? [] : [{ ...spell, lateMonths: late, ...patch, fromMonth: month, toMonth: month }]
  return [...before, ...itself, ...(isLast ? [] : [{ ...spell, fromMonth: addMonths(month, 1) }])]
}
