import type { Colleague } from '@an-sinh/contract'
import { ChoiceField, CommandButton, type DateBoxes, DateField, TextAreaField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { serverNow } from '../shared/server-clock.ts'
import { postMessages } from './post-messages.ts'
import { type Colleagues, givePost } from './post-requests.ts'

type Role = Colleagues['gives'][number] | 'none'
type Props = {
  readonly colleague: Colleague
  readonly gives: Colleagues['gives']
  readonly offices: Colleagues['offices']
  readonly onDone: () => void
}

const EMPTY: DateBoxes = { day: '', month: '', year: '' }
const isEmpty = ({ day, month, year }: DateBoxes): boolean => `${day}${month}${year}`.trim() === ''
const toDate = ({ day, month, year }: DateBoxes): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text)
const today = (): DateBoxes => {
  const [year = '', month = '', day = ''] = new Date(serverNow()).toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).split('-')
  return { day, month, year }
}

/** What is being given, and what is missing in it. */
const usePost = (colleague: Colleague) => {
  const [postId] = useState(() => crypto.randomUUID())
  const [role, setRole] = useState<Role | null>(null)
  const [officeId, setOfficeId] = useState(colleague.officeId)
  const [from, setFrom] = useState<DateBoxes>(today)
  const [to, setTo] = useState<DateBoxes>(EMPTY)
  const [reason, setReason] = useState('')
  const days = { fromOn: toDate(from), toOn: isEmpty(to) ? null : toDate(to) }
  const lacks = {
    role: role === null,
    from: !isDate(days.fromOn),
    to: days.toOn !== null && !isDate(days.toOn),
    reason: reason.trim() === '',
  }
  const post =
    role === null ? null : { postId, role: role === 'none' ? null : role, officeId: role === 'none' ? null : officeId, ...days, reason }
  return { role, setRole, officeId, setOfficeId, from, setFrom, to, setTo, reason, setReason, lacks, post }
}

const Days = ({ state, asked }: { readonly state: ReturnType<typeof usePost>; readonly asked: boolean }) => {
  const say = postMessages.useSay()
  const labels = { day: say('day'), month: say('month'), year: say('year') }
  return (
    <>
      <DateField
        name="fromOn"
        label={say('fromOn')}
        error={asked && state.lacks.from ? say('dayWrong') : undefined}
        labels={labels}
        value={state.from}
        onChange={(typed) => state.setFrom((before) => ({ ...before, ...typed }))}
      />
      <DateField
        name="toOn"
        label={say('toOn')}
        hint={say('toOnHint')}
        error={asked && state.lacks.to ? say('dayWrong') : undefined}
        labels={labels}
        value={state.to}
        onChange={(typed) => state.setTo((before) => ({ ...before, ...typed }))}
      />
    </>
  )
}

const OfficeField = ({ state, offices }: Pick<Props, 'offices'> & { readonly state: ReturnType<typeof usePost> }) => {
  const say = postMessages.useSay()
  return (
    <div className="field">
      <label className="field-label" htmlFor="post-office">
        {say('office')}
      </label>
      <p className="field-hint">{say('officeHint')}</p>
      <select
        id="post-office"
        className="box"
        value={state.officeId ?? ''}
        onChange={(event) => state.setOfficeId(Number(event.currentTarget.value))}
      >
        {offices.map(({ officeId, name }) => (
          <option key={officeId} value={officeId}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** One post for one colleague: role or none, office, days, reason. */
export const PostForm = ({ colleague, gives, offices, onDone }: Props) => {
  const say = postMessages.useSay()
  const state = usePost(colleague)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const give = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (busy || state.post === null || Object.values(state.lacks).some(Boolean)) return
    setBusy(true)
    setProblem(null)
    givePost(colleague.staffId, state.post)
      .then(onDone)
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <form onSubmit={give} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <ChoiceField<Role>
        name="role"
        label={say('role')}
        error={asked && state.lacks.role ? say('roleMissing') : undefined}
        choices={[...gives, 'none' as const].map((value) => ({ value, label: say(`role-${value}`) }))}
        value={state.role}
        onChange={state.setRole}
      />
      {state.role === 'none' ? null : <OfficeField state={state} offices={offices} />}
      <Days state={state} asked={asked} />
      <TextAreaField
        name="reason"
        label={say('reason')}
        error={asked && state.lacks.reason ? say('reasonMissing') : undefined}
        maxLength={300}
        rows={2}
        value={state.reason}
        onChange={state.setReason}
      />
      <div className="button-row">
        <CommandButton type="submit" kind={state.role === 'none' ? 'danger' : 'main'} busy={busy}>
          {say(state.role === 'none' ? 'end' : 'give')}
        </CommandButton>
        <CommandButton kind="plain" onPress={onDone}>
          {say('back')}
        </CommandButton>
      </div>
    </form>
  )
}
