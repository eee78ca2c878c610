import type { ReactNode } from 'react'

type Props = {
  readonly children: ReactNode
  readonly kind?: 'main' | 'second' | 'danger' | 'plain'
  readonly type?: 'button' | 'submit'
  /** Told to assistive technology; a second press does nothing while busy. */
  readonly busy?: boolean
  readonly onClick?: () => void
}

/** A button of 48 px at least. It is never disabled: pressing it says what is missing. */
export const Button = ({ children, kind = 'main', type = 'button', busy = false, onClick }: Props): ReactNode => (
  <button
    type={type}
    className={kind === 'plain' ? 'button-plain' : `button button-${kind}`}
    aria-busy={busy}
    onClick={(event) => {
      if (busy) event.preventDefault()
      else onClick?.()
    }}
  >
    {children}
  </button>
)
