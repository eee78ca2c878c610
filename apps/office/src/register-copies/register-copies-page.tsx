import type { EmployerOfficer } from '@an-sinh/contract'
import { usePageTitle } from '../shared/use-page-title.ts'
import { copyMessages } from './copy-messages.ts'
import { KeysPanel } from './keys-panel.tsx'

/** The whole roster out: as files for everybody, by a key for programs. */
export const RegisterCopiesPage = ({ officer }: { readonly officer: EmployerOfficer }) => {
  const say = copyMessages.useSay()
  usePageTitle(say('title'))
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      <p className="button-row">
        <a className="button button-main" href="/api/employer/roster-copies/xlsx" download>
          {say('xlsx')}
        </a>
        <a className="button" href="/api/employer/roster-copies/csv" download>
          {say('csv')}
        </a>
      </p>
      {officer.role === 'administrator' ? <KeysPanel /> : null}
    </main>
  )
}
