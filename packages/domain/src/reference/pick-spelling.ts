import { foldText, toneKey } from '../text/index.ts'

/** Something with every name it is known by. */
export type Named = { readonly names: readonly string[] }

/**
 * Of what sounds alike without accents, what was meant: "Hoà" and "Hòa" are one spelling, "Hỏa" is another. When nothing is spelled as
 * typed (accents left out, or wrong), everything that is the same without accents stays.
 */
export const pickSpelling = <Row extends Named>(rows: readonly Row[], typed: string): Row[] => {
  const key = toneKey(typed)
  const folded = foldText(typed)
  const same = rows.filter(({ names }) => names.some((name) => toneKey(name) === key))
  return same.length > 0 ? same : rows.filter(({ names }) => names.some((name) => foldText(name) === folded))
}
