import { Link, useRouterState } from '@tanstack/react-router'
import { appMessages } from './app-messages.ts'

/** The other desks of a clerk, folded away: the line with the scan field stays one line. Folded again on the next screen. */
export const DeskLinks = () => {
  const say = appMessages.useSay()
  const at = useRouterState({ select: (state) => state.location.pathname })
  return (
    <details className="desks" key={at}>
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
