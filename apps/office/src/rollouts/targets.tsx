import type { EmployerOfficer, Rollout, RolloutTarget } from '@an-sinh/contract'
import { CommandButton, TextField } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { formatCivilDate } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { rolloutMessages } from './rollout-messages.ts'
import { type NewTarget, setRolloutTarget } from './rollout-requests.ts'
import { SelectField } from '../shared/select-field.tsx'

const MILESTONES = ['registered', 'handed-in', 'approved', 'signed-in'] as const

const Row = ({ target, onDrop }: { readonly target: RolloutTarget; readonly onDrop: (() => void) | null }) => {
  const say = rolloutMessages.useSay()
  const { department, milestone, percent, dueOn, people, reached } = target
  const due = Math.ceil((people * percent) / 100)
  return (
    <li className="panel">
      <p>
        <strong>{department === '' ? say('wholeEmployer') : department}</strong>:{' '}
        {say('targetLine', { step: say(`milestone-${milestone}`), percent, date: formatCivilDate(dueOn) })}
      </p>
      <progress max={Math.max(1, due)} value={Math.min(reached, due)} aria-label={say('targetProgress')} />
      <p>{reached >= due ? say('targetReached', { reached, due }) : say('targetMissing', { reached, due, missing: due - reached })}</p>
      {onDrop === null ? null : (
        <CommandButton kind="plain" onPress={onDrop}>
          {say('dropTarget')}
        </CommandButton>
      )}
    </li>
  )
}

const Form = ({
  departments,
  onSet,
}: {
  readonly departments: readonly string[]
  readonly onSet: (target: NewTarget) => Promise<void>
}) => {
  const say = rolloutMessages.useSay()
  const [department, setDepartment] = useState('')
  const [milestone, setMilestone] = useState<(typeof MILESTONES)[number]>('signed-in')
  const [percent, setPercent] = useState('90')
  const [dueOn, setDueOn] = useState('')
  const [wrong, setWrong] = useState(false)
  const parsed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(dueOn.trim())
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    const share = Number(percent)
    const [, day = '', month = '', year = ''] = parsed ?? []
    const isWrong = parsed === null || !Number.isInteger(share) || share < 1 || share > 100
    setWrong(isWrong)
    if (isWrong) return
    void onSet({ department, milestone, percent: share, dueOn: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` })
  }
  return (
    <form onSubmit={submit} noValidate>
      <SelectField
        name="target-department"
        label={say('department')}
        value={department}
        options={[['', say('wholeEmployer')], ...departments.filter((one) => one !== '').map((one): [string, string] => [one, one])]}
        onChange={setDepartment}
      />
      <SelectField
        name="target-milestone"
        label={say('milestone')}
        value={milestone}
        options={MILESTONES.map((one) => [one, say(`milestone-${one}`)])}
        onChange={(value) => setMilestone(MILESTONES.find((one) => one === value) ?? 'signed-in')}
      />
      <TextField name="target-percent" label={say('percent')} width="short" inputMode="numeric" value={percent} onChange={setPercent} />
      <TextField
        name="target-due"
        label={say('dueOn')}
        hint={say('dueHint')}
        width="medium"
        inputMode="numeric"
        value={dueOn}
        onChange={setDueOn}
        {...(wrong ? { error: say('targetWrong') } : {})}
      />
      <CommandButton type="submit">{say('setTarget')}</CommandButton>
    </form>
  )
}

/** Targets with how many are missing; the administrator says them anew or takes them back. */
export const Targets = ({ rollout, officer }: { readonly rollout: Rollout; readonly officer: EmployerOfficer }) => {
  const say = rolloutMessages.useSay()
  const client = useQueryClient()
  const [problem, setProblem] = useState<unknown>(null)
  const set = async (target: NewTarget): Promise<void> => {
    setProblem(null)
    try {
      await setRolloutTarget(target)
      await client.invalidateQueries({ queryKey: ['rollout'] })
    } catch (error) {
      setProblem(error)
    }
  }
  const isAdministrator = officer.role === 'administrator'
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">{say('targets')}</h2>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {rollout.targets.length === 0 ? <p>{say('noTargets')}</p> : null}
      <ul className="tiles">
        {rollout.targets.map((target) => (
          <Row
            key={target.department}
            target={target}
            onDrop={
              isAdministrator
                ? () => void set({ department: target.department, milestone: target.milestone, percent: null, dueOn: target.dueOn })
                : null
            }
          />
        ))}
      </ul>
      {isAdministrator ? (
        <details>
          <summary>{say('newTarget')}</summary>
          <Form departments={rollout.departments.map(({ department }) => department)} onSet={set} />
        </details>
      ) : null}
    </section>
  )
}
