import type { Language } from '../language/language.tsx'

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** A number of months as years and months: `12 năm 3 tháng`; `0 tháng` when there is none. */
export const formatMonths = (months: number, language: Language): string => {
  const [years, rest] = [Math.floor(months / 12), months % 12]
  const parts = [
    years > 0 && (language === 'vi' ? `${years} năm` : plural(years, 'year')),
    (rest > 0 || years === 0) && (language === 'vi' ? `${rest} tháng` : plural(rest, 'month')),
  ]
  return parts.filter((part) => part !== false).join(' ')
}
