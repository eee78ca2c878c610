import type { EmployerVisits } from '@an-sinh/contract'
import { CommandButton, Notice } from '@an-sinh/ui'
import { formatCivilDate } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { useStep } from './use-step.ts'
import { visitPlanMessages } from './visit-plan-messages.ts'
import { cancelPlan, fetchDay, keepPlan, proposePlan } from './visit-plan-requests.ts'

/** Until the other window has read it. */
const OPEN_MS = 60_000

type Plan = NonNullable<EmployerVisits['plan']>
type Line = Plan['lines'][number]
type Props = { readonly visits: EmployerVisits; readonly onVisits: (visits: EmployerVisits) => void }

const byDay = (lines: readonly Line[]): [string, Line[]][] => {
  const days = new Map<string, Line[]>()
  for (const line of lines) if (line.visitOn !== null) days.set(line.visitOn, [...(days.get(line.visitOn) ?? []), line])
  return [...days].toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/** `May 12, Kho 3`: who of which department. */
const departmentsOf = (lines: readonly Line[], none: string): string => {
  const counts = new Map<string, number>()
  for (const { department } of lines) counts.set(department, (counts.get(department) ?? 0) + 1)
  return [...counts].map(([name, count]) => `${name === '' ? none : name} ${count}`).join(', ')
}

const Day = ({ plan, on, lines }: { readonly plan: Plan; readonly on: string; readonly lines: readonly Line[] }) => {
  const say = visitPlanMessages.useSay()
  const { busy, problem, run } = useStep<Blob>((pdf) => {
    const address = URL.createObjectURL(pdf)
    window.open(address, '_blank', 'noopener')
    setTimeout(() => URL.revokeObjectURL(address), OPEN_MS)
  })
  return (
    <section className="panel" aria-label={formatCivilDate(on)}>
      <h3>
        {formatCivilDate(on)}: {say('people', { count: String(lines.length) })}
      </h3>
      <p>{departmentsOf(lines, say('noDepartment'))}</p>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <CommandButton icon="print" busy={busy} onPress={() => run(() => fetchDay(plan.planId, on))}>
        {say('printDay')}
      </CommandButton>
      <details>
        <summary>{say('names')}</summary>
        <ol>
          {lines.map(({ entryId, fullName, department, dueOn, late }) => (
            <li key={entryId}>
              {fullName}
              {department === '' ? '' : `, ${department}`}, {say('due', { on: formatCivilDate(dueOn) })}
              {late ? `, ${say('late')}` : ''}
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

const Shown = ({ plan }: { readonly plan: Plan }) => {
  const say = visitPlanMessages.useSay()
  const late = plan.lines.filter((line) => line.late)
  const unplaced = plan.lines.filter(({ visitOn }) => visitOn === null)
  return (
    <>
      {late.length === 0 ? null : (
        <Notice kind="warning" title={say('lateTitle', { count: String(late.length) })}>
          <p>{say('lateText')}</p>
        </Notice>
      )}
      {unplaced.length === 0 ? null : (
        <Notice kind="warning" title={say('unplacedTitle', { count: String(unplaced.length) })}>
          <p>{say('unplacedText')}</p>
        </Notice>
      )}
      <div className="tiles">
        {byDay(plan.lines).map(([on, lines]) => (
          <Day key={on} plan={plan} on={on} lines={lines} />
        ))}
      </div>
    </>
  )
}

/** A proposal, then a plan that holds. */
export const PlanPanel = ({ visits, onVisits }: Props) => {
  const say = visitPlanMessages.useSay()
  const { busy, problem, run } = useStep(onVisits)
  const { plan, waiting } = visits
  return (
    <section>
      <h2>{say('planTitle')}</h2>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {plan === null ? <p>{say(waiting === 0 ? 'nobodyWaits' : 'noPlan', { count: String(waiting) })}</p> : null}
      {plan === null ? null : <p>{say(plan.state === 'kept' ? 'kept' : 'proposed')}</p>}
      <p className="row">
        {plan?.state === 'proposed' ? (
          <CommandButton kind="main" busy={busy} onPress={() => run(() => keepPlan(plan.planId))}>
            {say('keep')}
          </CommandButton>
        ) : null}
        {waiting === 0 ? null : (
          <CommandButton kind={plan === null ? 'main' : 'second'} busy={busy} onPress={() => run(proposePlan)}>
            {say(plan === null ? 'propose' : 'proposeAgain')}
          </CommandButton>
        )}
        {plan === null ? null : (
          <CommandButton busy={busy} onPress={() => run(() => cancelPlan(plan.planId))}>
            {say('cancelPlan')}
          </CommandButton>
        )}
      </p>
      {plan === null ? null : <Shown plan={plan} />}
    </section>
  )
}
