import type { Rollout } from '@an-sinh/contract'
import { Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { SelectField } from '../shared/select-field.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { ProgressPlot, STEPS } from './progress-plot.tsx'
import { rolloutMessages } from './rollout-messages.ts'
import { getRollout } from './rollout-requests.ts'
import { WeekTable } from './rollout-tables.tsx'

const WHOLE = '*'

const Key = () => {
  const say = rolloutMessages.useSay()
  return (
    <p className="plot-key">
      {STEPS.map((step) => (
        <span key={step} className="progress-key">
          <svg viewBox="0 0 32 8" aria-hidden="true">
            <line className={`progress-line progress-${step}`} x1="0" x2="32" y1="4" y2="4" />
          </svg>{' '}
          {say(step)}
        </span>
      ))}
    </p>
  )
}

/** How many had come how far by each week, of all or of one department, with the target as a line across. */
export const Weeks = ({ rollout }: { readonly rollout: Rollout }) => {
  const say = rolloutMessages.useSay()
  const common = sharedMessages.useSay()
  const [at, setAt] = useState(WHOLE)
  const found = useQuery({
    queryKey: ['rollout', 'weeks', at],
    queryFn: ({ signal }) => getRollout(at, signal),
    enabled: at !== WHOLE,
  })
  const shown = at === WHOLE ? rollout : found.data
  const target = rollout.targets.find(({ department }) => department === (at === WHOLE ? '' : at))
  return (
    <section>
      <h2>{say('byWeek')}</h2>
      <SelectField
        name="weeks-of"
        label={say('department')}
        value={at}
        options={[
          [WHOLE, say('wholeEmployer')],
          ...rollout.departments.map(({ department }): [string, string] => [
            department,
            department === '' ? say('noDepartment') : department,
          ]),
        ]}
        onChange={setAt}
      />
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {shown === undefined ? (
        <Waiting label={common('loading')} />
      ) : (
        <>
          <Key />
          <ProgressPlot
            weeks={shown.weeks}
            people={shown.people}
            target={target === undefined ? null : { percent: target.percent, label: say('targetMark', { percent: target.percent }) }}
          />
          <p className="small">{say('weekNote')}</p>
          <details>
            <summary>{say('asTable')}</summary>
            <WeekTable rollout={shown} />
          </details>
        </>
      )}
    </section>
  )
}
