import { useEffect, useState } from 'react'

/** Where two columns stand beside each other; the same width as in the style sheets. */
const WIDE = '(min-width: 64rem)'

export const useWideScreen = (): boolean => {
  const [wide, setWide] = useState(() => globalThis.matchMedia(WIDE).matches)
  useEffect(() => {
    const query = globalThis.matchMedia(WIDE)
    const look = (): void => setWide(query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [])
  return wide
}
