import { formatDateEn, formatDateVi, type PartialDate } from '@an-sinh/domain'
import type { Language } from '../language/language.tsx'

/** A civil date, a month (`2026-11`) or a year as people read it: `23/11/2026`, `11/2026`; in English `23 November 2026`. */
export const formatDate = (date: PartialDate, language: Language): string => (language === 'vi' ? formatDateVi(date) : formatDateEn(date))
