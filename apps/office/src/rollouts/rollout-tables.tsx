import type { Rollout } from '@an-sinh/contract'
import { ROLLOUT_STATE_NAMES, ROLLOUT_STATES } from '@an-sinh/domain'
import { useLanguage } from '@an-sinh/ui'
import { formatCivilDate } from '../shared/format-instant.ts'
import { STEPS } from './progress-plot.tsx'
import { rolloutMessages } from './rollout-messages.ts'
import { WideTable } from '../shared/wide-table.tsx'

type Props = { readonly rollout: Rollout }
type Counts = Rollout['departments'][number]['states']

const countOf = (states: Counts, state: string): number => states.find((one) => one.state === state)?.people ?? 0
const sumOf = (states: Counts): number => states.reduce((sum, { people }) => sum + people, 0)

/** Counts by department and state; the last row is the whole. */
export const DepartmentTable = ({ rollout: { departments, people } }: Props) => {
  const say = rolloutMessages.useSay()
  const { language } = useLanguage()
  const all = departments.flatMap(({ states }) => states)
  const totalOf = (state: string): number => all.filter((one) => one.state === state).reduce((sum, one) => sum + one.people, 0)
  return (
    <WideTable label={say('byDepartment')}>
      <table className="plain-table figure-table">
        <thead>
          <tr>
            <th scope="col">{say('department')}</th>
            {ROLLOUT_STATE_NAMES.map((state) => (
              <th key={state} scope="col">
                {ROLLOUT_STATES[state][language]}
              </th>
            ))}
            <th scope="col">{say('all')}</th>
          </tr>
        </thead>
        <tbody>
          {departments.map(({ department, states }) => (
            <tr key={department}>
              <th scope="row">{department === '' ? say('noDepartment') : department}</th>
              {ROLLOUT_STATE_NAMES.map((state) => (
                <td key={state}>{countOf(states, state)}</td>
              ))}
              <td>{sumOf(states)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('all')}</th>
            {ROLLOUT_STATE_NAMES.map((state) => (
              <td key={state}>{totalOf(state)}</td>
            ))}
            <td>{people}</td>
          </tr>
        </tfoot>
      </table>
    </WideTable>
  )
}

export const WeekTable = ({ rollout: { weeks } }: Props) => {
  const say = rolloutMessages.useSay()
  return (
    <WideTable label={say('byWeek')}>
      <table className="plain-table figure-table">
        <thead>
          <tr>
            <th scope="col">{say('week')}</th>
            {STEPS.map((step) => (
              <th key={step} scope="col">
                {say(step)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.fromOn}>
              <th scope="row">{formatCivilDate(week.fromOn)}</th>
              {STEPS.map((step) => (
                <td key={step}>{week[step]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
