import { useEffect } from 'react'

/**
 * Names the window by the screen and brings a screen reader to its heading when the focus went away with the screen before. Never a
 * person's name: titles stay in the browser's history.
 */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – An Sinh`
  }, [title])
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [])
}
