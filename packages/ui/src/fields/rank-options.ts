import { foldText } from '@an-sinh/domain'

export type Option = { readonly value: string; readonly label: string }

/** How well a folded label answers a folded search: 0 begins with it, 1 a word begins with it, 2 holds it, null not at all. */
const gradeOf = (label: string, wanted: string): number | null => {
  if (label.startsWith(wanted)) return 0
  if (label.includes(` ${wanted}`)) return 1
  return label.includes(wanted) ? 2 : null
}

/**
 * The options that answer what was typed, best first: with or without accents, in any case. Where the accents were typed, labels that
 * bear them come first. An empty search answers all, in the order given.
 */
export const rankOptions = (options: readonly Option[], typed: string): readonly Option[] => {
  const wanted = foldText(typed)
  if (wanted === '') return options
  const exact = typed.normalize('NFC').trim().toLowerCase()
  return options
    .map((option, at) => ({
      option,
      at,
      grade: gradeOf(foldText(option.label), wanted),
      bare: option.label.normalize('NFC').toLowerCase().includes(exact) ? 0 : 1,
    }))
    .filter((row) => row.grade !== null)
    .toSorted((first, second) => first.bare - second.bare || (first.grade ?? 0) - (second.grade ?? 0) || first.at - second.at)
    .map((row) => row.option)
}
