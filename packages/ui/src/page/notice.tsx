import type { ReactNode } from 'react'

type Props = {
  readonly kind?: 'info' | 'good' | 'warning' | 'error'
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly live?: boolean
}

/** A boxed message. `live` is read out when it appears; colour is never the only sign, the title says it. */
export const Notice = ({ kind = 'info', title, children, live = false }: Props): ReactNode => (
  <div className={`notice notice-${kind}`} role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}>
    {title === undefined ? null : <p className="notice-title">{title}</p>}
    {children}
  </div>
)
