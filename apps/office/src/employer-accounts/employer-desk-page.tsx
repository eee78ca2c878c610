import type { Organisation } from '@an-sinh/contract'
import { CommandButton, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { usePageTitle } from '../shared/use-page-title.ts'
import { employerAccountMessages } from './employer-account-messages.ts'
import { type FoundEmployers, getOrganisation, searchEmployers } from './employer-account-requests.ts'
import { OrganisationPanel } from './organisation-panel.tsx'
import { useSending } from '../shared/use-sending.ts'

const Found = ({ employers, onOpen }: { readonly employers: FoundEmployers; readonly onOpen: (employerCode: string) => void }) => {
  const say = employerAccountMessages.useSay()
  if (employers.length === 0) return <p className="empty">{say('nothing')}</p>
  return (
    <table className="plain-table">
      <tbody>
        {employers.map(({ employerCode, name, address, open, ended }) => (
          <tr key={employerCode}>
            <th scope="row">
              {name} <span className="field-hint block">{`${employerCode}, ${address}`}</span>
            </th>
            <td>{say(open ? 'isOpen' : ended ? 'isEnded' : 'notOpen')}</td>
            <td>
              <CommandButton onPress={() => onOpen(employerCode)}>{say('choose')}</CommandButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Search = ({ onOpened }: { readonly onOpened: (organisation: Organisation) => void }) => {
  const say = employerAccountMessages.useSay()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const [employers, setEmployers] = useState<FoundEmployers | null>(null)
  const { waiting, problem, run } = useSending()
  const find = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (typed.trim() !== '') void run(async () => setEmployers(await searchEmployers(typed.trim())))
  }
  return (
    <>
      <p>{say('deskLead')}</p>
      <form onSubmit={find} noValidate>
        {problem === null ? null : <ProblemNotice error={problem} />}
        <TextField
          name="q"
          label={say('search')}
          error={asked && typed.trim() === '' ? say('searchMissing') : undefined}
          width="medium"
          maxLength={80}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
        />
        <div className="button-row">
          <CommandButton type="submit" kind="main" busy={waiting}>
            {say('find')}
          </CommandButton>
        </div>
      </form>
      {employers === null ? null : (
        <Found employers={employers} onOpen={(code) => void run(async () => onOpened(await getOrganisation(code)))} />
      )}
    </>
  )
}

/** The office's: accounts of employers and schools. */
export const EmployerDeskPage = () => {
  const say = employerAccountMessages.useSay()
  usePageTitle(say('deskTitle'))
  const [organisation, setOrganisation] = useState<Organisation | null>(null)
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('deskTitle')}</h1>
      {organisation === null ? (
        <Search onOpened={setOrganisation} />
      ) : (
        <>
          <CommandButton kind="plain" onPress={() => setOrganisation(null)}>
            {say('toSearch')}
          </CommandButton>
          <OrganisationPanel organisation={organisation} onChanged={setOrganisation} />
        </>
      )}
    </main>
  )
}
