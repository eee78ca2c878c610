import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

/** The two languages of the screens; Vietnamese is the first and the binding one. */
export type Language = 'vi' | 'en'

type Choice = { readonly language: Language; readonly chooseLanguage: (language: Language) => void }

/** The only thing kept in local storage: it says nothing about a person. */
const STORAGE_KEY = 'language'

const LanguageContext = createContext<Choice>({ language: 'vi', chooseLanguage: () => undefined })

/** The language chosen earlier on this device; Vietnamese when none was, whatever the browser's own language is. */
export const findStoredLanguage = (): Language => {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'vi'
  } catch {
    // A browser that keeps nothing still shows Vietnamese.
    return 'vi'
  }
}

const storeLanguage = (language: Language): void => {
  try {
    localStorage.setItem(STORAGE_KEY, language)
  } catch {
    // Nothing is lost but the choice for the next visit.
  }
}

/** Gives the language to everything inside and tells it to the document, so that a screen reader pronounces it right. */
export const LanguageProvider = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const [language, setLanguage] = useState(findStoredLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo(
    () => ({
      language,
      chooseLanguage: (next: Language) => {
        storeLanguage(next)
        setLanguage(next)
      },
    }),
    [language],
  )
  return <LanguageContext.Provider value={choice}>{children}</LanguageContext.Provider>
}

/** The language of the screen and the way to change it. */
export const useLanguage = (): Choice => useContext(LanguageContext)
