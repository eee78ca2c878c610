import { NATIONALITY_CODES } from '@an-sinh/domain'
import type { Language, Option } from '@an-sinh/ui'

/** Every nationality but the Vietnamese, sorted as the language sorts. */
export const listNationalities = (language: Language): readonly Option[] => {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  const order = new Intl.Collator(language)
  return NATIONALITY_CODES.filter((code) => code !== 'VN')
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .toSorted((first, second) => order.compare(first.label, second.label))
}

/** The name of one country. */
export const nameNationality = (code: string, language: Language): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
