import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { appMessages } from './app-messages.ts'

/** The other desks of a clerk, folded away: the line with the scan field stays one line. Closes when one of them is opened. */
export const DeskLinks = () => {
  const say = appMessages.useSay()
  const folded = useRef<HTMLDetailsElement>(null)
  const at = useRouterState({ select: (state) => state.location.pathname })
  useEffect(() => folded.current?.removeAttribute('open'), [at])
  return (
    <details className="desks" ref={folded}>
      <summary>{say('desks')}</summary>
      <nav className="desk-links" aria-label={say('desks')}>
        <Link to="/tai-khoan" className="button-plain">
          {say('counterCode')}
        </Link>
        <Link to="/yeu-cau/hang-cho/$queue" params={{ queue: 'to-decide' }} className="button-plain">
          {say('requests')}
        </Link>
        <Link to="/tre-phu-thuoc" className="button-plain">
          {say('dependants')}
        </Link>
      </nav>
    </details>
  )
}
