import type { Language } from '@an-sinh/ui'

const KILO = 1024

/** `12 kB`, `1,3 MB`: as phones say it. */
export const formatBytes = (bytes: number, language: Language): string => {
  const [value, unit] = bytes < KILO * KILO ? [Math.max(bytes === 0 ? 0 : 1, Math.round(bytes / KILO)), 'kB'] : [bytes / KILO / KILO, 'MB']
  return `${new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(value)} ${unit}`
}
