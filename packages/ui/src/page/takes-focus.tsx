import { type ReactNode, useEffect, useRef } from 'react'

/** What stands where the pressed button was: takes the focus as it comes, so that a keyboard or a screen reader goes on from here. */
export const TakesFocus = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div tabIndex={-1} ref={place}>
      {children}
    </div>
  )
}
