import type { Language } from '../language/language.tsx'

const ZONE = 'Asia/Ho_Chi_Minh'
const FORMATS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  vi: new Intl.DateTimeFormat('vi-VN', {
    timeZone: ZONE,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
}

/** An ISO 8601 instant in Viet Nam's time: `08:05 23/11/2026`; the text itself when it is no instant. */
export const formatInstant = (instant: string, language: Language): string => {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const part = new Map(FORMATS[language].formatToParts(at).map(({ type, value }) => [type, value]))
  const [day, month, year] = [part.get('day') ?? '', part.get('month') ?? '', part.get('year') ?? '']
  const date = language === 'vi' ? `${day}/${month}/${year}` : `${day} ${month} ${year}`
  return `${part.get('hour') ?? ''}:${part.get('minute') ?? ''} ${date}`
}
