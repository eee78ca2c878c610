import type { OfficeVisits } from '@an-sinh/contract'
import { CommandButton, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { useStep } from './use-step.ts'
import { visitPlanMessages } from './visit-plan-messages.ts'
import { setCapacity } from './visit-plan-requests.ts'

const FIELDS = ['clerks', 'minutes', 'percent'] as const
const number = (words: string): number => Number.parseInt(words, 10) || 0

/** How much the office takes from employers, from a day on. */
export const CapacityForm = ({
  visits,
  onVisits,
}: {
  readonly visits: OfficeVisits
  readonly onVisits: (visits: OfficeVisits) => void
}) => {
  const say = visitPlanMessages.useSay()
  const { clerks, minutesPerForm, employerPercent } = visits.capacities.at(-1) ?? visits.standard
  const [validFrom, setValidFrom] = useState(visits.days[0]?.on ?? '')
  const [typed, setTyped] = useState({ clerks: String(clerks), minutes: String(minutesPerForm), percent: String(employerPercent) })
  const { busy, problem, run } = useStep(onVisits)
  const save = (event: SyntheticEvent): void => {
    event.preventDefault()
    const numbers = { clerks: number(typed.clerks), minutesPerForm: number(typed.minutes), employerPercent: number(typed.percent) }
    run(() => setCapacity({ validFrom, ...numbers }))
  }
  return (
    <details>
      <summary>{say('capacityTitle')}</summary>
      <p>{say(visits.capacities.length === 0 ? 'capacityStandard' : 'capacityOwn')}</p>
      <form onSubmit={save} noValidate>
        {problem === null ? null : <ProblemNotice error={problem} />}
        <TextField
          name="capacity-from"
          label={say('capacityFrom')}
          hint={say('isoHint')}
          width="short"
          autoComplete="off"
          value={validFrom}
          onChange={setValidFrom}
        />
        {FIELDS.map((field) => (
          <TextField
            key={field}
            name={`capacity-${field}`}
            label={say(field)}
            width="short"
            inputMode="numeric"
            autoComplete="off"
            value={typed[field]}
            onChange={(words) => setTyped({ ...typed, [field]: words })}
          />
        ))}
        <CommandButton type="submit" busy={busy}>
          {say('save')}
        </CommandButton>
      </form>
    </details>
  )
}
