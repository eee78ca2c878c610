import { type ReactNode, useEffect, useState } from 'react'

const QUIET_MS = 300

/** Says that something is on its way, once it takes long enough to be noticed. */
export const Waiting = ({ label }: { readonly label: string }): ReactNode => {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <output className="waiting">
      {shown ? (
        <>
          <span className="waiting-mark" aria-hidden="true" /> {label}
        </>
      ) : null}
    </output>
  )
}
