import { useRouter, useRouterState } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

/** How pages of the employer's area lead to each other: its addresses are no part of the desk's typed ones. */
const useAreaGo = (): ((path: `/don-vi${string}`) => void) => {
  const { history } = useRouter()
  return (path) => history.push(path)
}

type Props = { readonly to: `/don-vi${string}`; readonly className?: string; readonly children: ReactNode }

/** A link inside the employer's area; opened in another tab it is a link as any. */
export const AreaLink = ({ to, className, children }: Props) => {
  const go = useAreaGo()
  const at = useRouterState({ select: (state) => state.location.pathname })
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={to} className={className} onClick={follow} aria-current={at === to ? 'page' : undefined}>
      {children}
    </a>
  )
}
