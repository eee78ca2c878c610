import { formatMoney, useLanguage } from '@an-sinh/ui'

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const

/** Figures as people write them: money, percent, coefficients. */
export const useNumber = (): ((value: number, unit: 'vnd' | 'percent' | 'coefficient') => string) => {
  const { language } = useLanguage()
  const plain = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 4 })
  return (value, unit) => (unit === 'vnd' ? formatMoney(value) : unit === 'percent' ? `${plain.format(value)}%` : plain.format(value))
}
