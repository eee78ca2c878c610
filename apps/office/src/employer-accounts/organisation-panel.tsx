import type { OfficerRow, OfficerSlip, Organisation } from '@an-sinh/contract'
import { ChoiceField, CommandButton, Facts, Notice, TextAreaField } from '@an-sinh/ui'
import { useState } from 'react'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { ActsList } from './acts-list.tsx'
import { employerAccountMessages } from './employer-account-messages.ts'
import {
  endOrganisation,
  getOrganisation,
  listOrganisationActs,
  makeAdministrator,
  openOrganisation,
  renewCode,
  stopOfficer,
} from './employer-account-requests.ts'
import { OfficerForm } from './officer-form.tsx'
import { OfficerTable } from './officer-table.tsx'
import { Slip } from './slip.tsx'
import { useSending } from '../shared/use-sending.ts'

type Props = { readonly organisation: Organisation; readonly onChanged: (organisation: Organisation) => void }

const Opening = ({ organisation, onChanged }: Props) => {
  const say = employerAccountMessages.useSay()
  const [kind, setKind] = useState<'employer' | 'school'>(organisation.kind ?? 'employer')
  const { waiting, problem, run } = useSending()
  const { employerCode, endedAt } = organisation
  return (
    <>
      {endedAt === null ? null : <Notice kind="warning" title={say('endedAt', { time: formatInstant(endedAt) })} />}
      {problem === null ? null : <ProblemNotice error={problem} />}
      <ChoiceField
        name="kind"
        label={say('kind')}
        choices={(['employer', 'school'] as const).map((value) => ({ value, label: say(`kind-${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <CommandButton kind="main" busy={waiting} onPress={() => void run(async () => onChanged(await openOrganisation(employerCode, kind)))}>
        {say(endedAt === null ? 'open' : 'openAgain')}
      </CommandButton>
    </>
  )
}

const Ending = ({ organisation: { employerCode }, onChanged }: Props) => {
  const say = employerAccountMessages.useSay()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const { waiting, problem, run } = useSending()
  const end = (): void => {
    setAsked(true)
    if (reason.trim() !== '') void run(async () => onChanged(await endOrganisation(employerCode, reason)))
  }
  return (
    <details>
      <summary>{say('end')}</summary>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextAreaField
        name="reason"
        label={say('endReason')}
        error={asked && reason.trim() === '' ? say('endReasonMissing') : undefined}
        maxLength={300}
        rows={2}
        value={reason}
        onChange={setReason}
      />
      <CommandButton kind="danger" busy={waiting} onPress={end}>
        {say('end')}
      </CommandButton>
    </details>
  )
}

const Open = ({ organisation, onChanged }: Props) => {
  const say = employerAccountMessages.useSay()
  const { employerCode, officers } = organisation
  const [slip, setSlip] = useState<OfficerSlip | null>(null)
  const { waiting, problem, run } = useSending()
  const done = (): void => {
    setSlip(null)
    void run(async () => onChanged(await getOrganisation(employerCode)))
  }
  const actions = ({ officerId, stopped }: OfficerRow) =>
    stopped ? null : (
      <>
        <CommandButton busy={waiting} onPress={() => void run(async () => onChanged(await stopOfficer(employerCode, officerId)))}>
          {say('stop')}
        </CommandButton>
        <CommandButton busy={waiting} onPress={() => void run(async () => setSlip(await renewCode(employerCode, officerId)))}>
          {say('newCode')}
        </CommandButton>
      </>
    )
  if (slip !== null) return <Slip slip={slip} onDone={done} />
  return (
    <>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <h3>{say('officers')}</h3>
      <OfficerTable officers={officers} actions={actions} />
      <OfficerForm
        withRole={false}
        onMake={({ name, fullName, validTo }) => makeAdministrator(employerCode, { name, fullName, validTo })}
        onMade={setSlip}
      />
      <h3>{say('acts')}</h3>
      <ActsList of={employerCode} list={(before) => listOrganisationActs(employerCode, before)} />
      <Ending organisation={organisation} onChanged={onChanged} />
    </>
  )
}

/** One employer: opened or not, its officers, what they did. */
export const OrganisationPanel = ({ organisation, onChanged }: Props) => {
  const say = employerAccountMessages.useSay()
  const { name, employerCode, address, kind, openedAt, endedAt, successorCode } = organisation
  const isOpen = openedAt !== null && endedAt === null
  return (
    <section aria-labelledby="organisation">
      <h2 id="organisation">{name}</h2>
      <Facts
        facts={[
          { label: employerCode, value: address },
          { label: say('kind'), value: kind === null ? null : say(`kind-${kind}`) },
          { label: say('state'), value: isOpen ? say('openedAt', { time: formatInstant(openedAt) }) : say('notOpen') },
        ]}
      />
      {successorCode !== null ? (
        <Notice kind="warning" title={say('merged', { code: successorCode })} />
      ) : isOpen ? (
        <Open organisation={organisation} onChanged={onChanged} />
      ) : (
        <Opening organisation={organisation} onChanged={onChanged} />
      )}
    </section>
  )
}
