import { type ReactNode, useEffect, useRef } from 'react'

/** Set once the first page was shown: the focus moves to the heading on every later one, as a screen reader's user expects. */
let seenFirst = false

type Props = { readonly title: string; readonly children: ReactNode; readonly wide?: boolean; readonly intro?: ReactNode }

/** One page: its title in the tab and as the one main heading, which takes the focus when the page was reached inside the app. */
export const Page = ({ title, intro, wide = false, children }: Props): ReactNode => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – An Sinh`
    if (seenFirst) {
      window.scrollTo(0, 0)
      heading.current?.focus({ preventScroll: true })
    }
    seenFirst = true
  }, [title])
  return (
    <main id="main" className={wide ? 'page page-wide' : 'page'}>
      {intro}
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </main>
  )
}
