import type { OfficerSlip } from '@an-sinh/contract'
import { ChoiceField, CommandButton, type DateBoxes, DateField, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { employerAccountMessages } from './employer-account-messages.ts'
import type { NewOfficer } from './employer-account-requests.ts'
import { useSending } from '../shared/use-sending.ts'

const ROLES = ['officer', 'administrator'] as const
const EMPTY: DateBoxes = { day: '', month: '', year: '' }
const toDay = ({ day, month, year }: DateBoxes): string | null =>
  `${day}${month}${year}`.trim() === '' ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

const useNewOfficer = () => {
  const [name, setName] = useState('')
  const [fullName, setFullName] = useState('')
  const [role, setRole] = useState<NewOfficer['role']>('officer')
  const [until, setUntil] = useState(EMPTY)
  const order: NewOfficer = { name: name.trim().toLowerCase(), fullName: fullName.trim(), role, validTo: toDay(until) }
  const lacks = {
    name: !/^[a-z0-9.-]{2,30}$/u.test(order.name),
    fullName: order.fullName === '',
    until: order.validTo !== null && !/^\d{4}-\d{2}-\d{2}$/u.test(order.validTo),
  }
  return { name, setName, fullName, setFullName, role, setRole, until, setUntil, order, lacks }
}

type Props = {
  /** With the choice of a role: an administrator adds whom they like, the office adds administrators. */
  readonly withRole: boolean
  readonly onMake: (order: NewOfficer) => Promise<OfficerSlip>
  readonly onMade: (slip: OfficerSlip) => void
}

/** A new officer: user name, full name, role, last day. What comes back is the slip. */
export const OfficerForm = ({ withRole, onMake, onMade }: Props) => {
  const say = employerAccountMessages.useSay()
  const form = useNewOfficer()
  const [asked, setAsked] = useState(false)
  const { waiting, problem, run } = useSending()
  const make = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (!Object.values(form.lacks).some(Boolean)) void run(async () => onMade(await onMake(form.order)))
  }
  return (
    <form onSubmit={make} noValidate>
      {withRole ? <h2>{say('newOfficer')}</h2> : <h3>{say('newAdministrator')}</h3>}
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextField
        name="name"
        label={say('name')}
        hint={say('nameHint')}
        error={asked && form.lacks.name ? say('nameWrong') : undefined}
        width="medium"
        autoComplete="off"
        autoCapitalize="none"
        maxLength={30}
        value={form.name}
        onChange={form.setName}
      />
      <TextField
        name="fullName"
        label={say('fullName')}
        error={asked && form.lacks.fullName ? say('fullNameMissing') : undefined}
        autoComplete="off"
        maxLength={100}
        value={form.fullName}
        onChange={form.setFullName}
      />
      {withRole ? (
        <ChoiceField
          name="role"
          label={say('role')}
          choices={ROLES.map((value) => ({ value, label: say(`role-${value}`) }))}
          value={form.role}
          onChange={form.setRole}
        />
      ) : null}
      <DateField
        name="validTo"
        label={say('lastDay')}
        hint={say('lastDayHint')}
        error={asked && form.lacks.until ? say('lastDayWrong') : undefined}
        labels={{ day: say('day'), month: say('month'), year: say('year') }}
        value={form.until}
        onChange={(typed) => form.setUntil((before) => ({ ...before, ...typed }))}
      />
      <CommandButton type="submit" kind="main" busy={waiting}>
        {say('make')}
      </CommandButton>
    </form>
  )
}
