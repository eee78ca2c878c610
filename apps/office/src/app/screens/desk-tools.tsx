import type { Staff } from '@an-sinh/contract'
import { Link } from '@tanstack/react-router'
import { appMessages } from '../app-messages.ts'

/** What a desk needs beside its cases; a supervisor's tools are a supervisor's, and the province takes no paper in. */
export const DeskTools = ({ staff }: { readonly staff: Staff }) => {
  const say = appMessages.useSay()
  return (
    <nav className="desk-tools" aria-label={say('deskTools')}>
      {staff.role === 'province' ? null : (
        <Link to="/khi-mat-mang" className="button-plain">
          {say('outage')}
        </Link>
      )}
      <Link to="/so-lieu" className="button-plain">
        {say('figures')}
      </Link>
      {staff.role === 'supervisor' ? (
        <Link to="/dong-cua" className="button-plain">
          {say('closures')}
        </Link>
      ) : null}
    </nav>
  )
}
