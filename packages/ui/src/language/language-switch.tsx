import type { ReactNode } from 'react'
import { useLanguage } from './language.tsx'

/** One button that names the other language in that language. */
export const LanguageSwitch = (): ReactNode => {
  const { language, chooseLanguage } = useLanguage()
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <button type="button" className="button-plain" lang={other} onClick={() => chooseLanguage(other)}>
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </button>
  )
}
