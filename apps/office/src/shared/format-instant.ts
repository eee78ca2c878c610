import { findStoredLanguage, formatDate, formatInstant as formatInstantIn } from '@an-sinh/ui'

/** A civil or partial date (`yyyy`, `yyyy-MM`, `yyyy-MM-dd`) as people read it in the chosen language. */
export const formatCivilDate = (date: string): string => formatDate(date, findStoredLanguage())

/** An instant (ISO 8601) → `14:05 23/11/2026` in Viet Nam. */
export const formatInstant = (instant: string): string => formatInstantIn(instant, findStoredLanguage())

/** An instant (ISO 8601) → `14:05` in Viet Nam. */
export const formatClockTime = (instant: string): string => formatInstant(instant).slice(0, 5)
