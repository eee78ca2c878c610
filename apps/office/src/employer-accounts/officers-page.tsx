import type { OfficerRow, OfficerSlip } from '@an-sinh/contract'
import { CommandButton, Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { ActsList } from './acts-list.tsx'
import { employerAccountMessages } from './employer-account-messages.ts'
import { addOfficer, changeOfficer, listOfficerActs, listOfficers, renewOwnCode } from './employer-account-requests.ts'
import { OfficerForm } from './officer-form.tsx'
import { OfficerTable } from './officer-table.tsx'
import { Slip } from './slip.tsx'
import { useSending } from '../shared/use-sending.ts'

const useOfficers = () => {
  const client = useQueryClient()
  const found = useQuery({ queryKey: ['officers'], queryFn: ({ signal }) => listOfficers(signal) })
  const sending = useSending()
  const change = (officer: OfficerRow, to: Partial<Pick<OfficerRow, 'role' | 'stopped'>>): void =>
    void sending.run(async () => {
      const { role, validTo, stopped } = { ...officer, ...to }
      client.setQueryData(['officers'], await changeOfficer(officer.officerId, { role, validTo, stopped }))
    })
  return { found, change, ...sending }
}

/** An administrator's: who works for the employer here, and who did what. */
export const OfficersPage = () => {
  const say = employerAccountMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('officersTitle'))
  const { found, change, problem, run, waiting } = useOfficers()
  const [slip, setSlip] = useState<OfficerSlip | null>(null)
  const done = (): void => {
    setSlip(null)
    void found.refetch()
  }
  const actions = (officer: OfficerRow) => (
    <>
      <CommandButton busy={waiting} onPress={() => change(officer, { stopped: !officer.stopped })}>
        {say(officer.stopped ? 'start' : 'stop')}
      </CommandButton>
      <CommandButton
        busy={waiting}
        onPress={() => change(officer, { role: officer.role === 'administrator' ? 'officer' : 'administrator' })}
      >
        {say(officer.role === 'administrator' ? 'makePlain' : 'makeAdministrator')}
      </CommandButton>
      {officer.isSelf || officer.stopped ? null : (
        <CommandButton busy={waiting} onPress={() => void run(async () => setSlip(await renewOwnCode(officer.officerId)))}>
          {say('newCode')}
        </CommandButton>
      )}
    </>
  )
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('officersTitle')}</h1>
      {slip === null ? (
        <>
          <p>{say('officersLead')}</p>
          {problem === null ? null : <ProblemNotice error={problem} />}
          {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
          {found.isPending ? <Waiting label={common('loading')} /> : null}
          {found.data === undefined ? null : <OfficerTable officers={found.data.officers} actions={actions} />}
          <OfficerForm withRole onMake={addOfficer} onMade={setSlip} />
          <h2>{say('acts')}</h2>
          <p>{say('actsLead')}</p>
          <ActsList of="own" list={listOfficerActs} />
        </>
      ) : (
        <Slip slip={slip} onDone={done} />
      )}
    </main>
  )
}
