import type { BulkSort } from '@an-sinh/contract'
import { ChoiceField, CommandButton, Field, fieldId, TickField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { bulkFormMessages } from './bulk-form-messages.ts'
import { type BulkOverview, fetchRunFile, startRun } from './bulk-form-requests.ts'

const SORTS = ['name', 'department', 'shift'] as const
const ALL = '*'

/** Which forms, in which order; the file starts at once. */
export const RunForm = ({ overview, onStarted }: { readonly overview: BulkOverview; readonly onStarted: (runId: string) => void }) => {
  const say = bulkFormMessages.useSay()
  const [sort, setSort] = useState<BulkSort>('department')
  const [department, setDepartment] = useState(ALL)
  const [again, setAgain] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const run = async (): Promise<void> => {
    const { runId } = await startRun({ sort, again, departments: department === ALL ? null : [department], entryIds: null })
    fetchRunFile(runId)
    onStarted(runId)
  }
  const start = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(null)
    run()
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <form onSubmit={start} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <Field name="department" label={say('department')}>
        <select
          className="box"
          id={fieldId('department')}
          name="department"
          value={department}
          onChange={(event) => setDepartment(event.currentTarget.value)}
        >
          <option value={ALL}>{say('allDepartments')}</option>
          {overview.departments.map((row) => (
            <option key={row.department} value={row.department}>
              {row.department === '' ? say('noDepartment') : row.department} ({row.agreed})
            </option>
          ))}
        </select>
      </Field>
      <ChoiceField
        name="sort"
        label={say('sort')}
        choices={SORTS.map((value) => ({ value, label: say(`sort-${value}`) }))}
        value={sort}
        onChange={setSort}
      />
      <TickField name="again" label={say('again')} hint={say('againHint')} checked={again} onChange={setAgain} />
      <p>
        <CommandButton type="submit" kind="main" icon="print" busy={busy}>
          {say('print')}
        </CommandButton>
      </p>
    </form>
  )
}
