import type { ProblemReport } from '@an-sinh/contract'
import { CommandButton } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SelectField } from '../shared/select-field.tsx'
import { listColleagues } from './report-calls.ts'
import { reportMessages } from './report-messages.ts'

type Props = { readonly report: ProblemReport; readonly busy: boolean; readonly onGive: (staffId: number) => void }

/** Giving it to somebody else of the office. */
export const Colleagues = ({ report, busy, onGive }: Props) => {
  const say = reportMessages.useSay()
  const [chosen, setChosen] = useState('')
  const found = useQuery({
    queryKey: ['report-colleagues', report.reportId],
    queryFn: ({ signal }) => listColleagues(report.reportId, signal),
  })
  const colleagues = found.data?.colleagues ?? []
  const staffId = chosen === '' ? colleagues[0]?.staffId : Number(chosen)
  if (staffId === undefined) return null
  return (
    <div className="row">
      <SelectField
        name="assigneeId"
        label={say('giveTo')}
        options={colleagues.map((one) => [String(one.staffId), one.staffName])}
        value={String(staffId)}
        onChange={setChosen}
      />
      <CommandButton busy={busy} onPress={() => onGive(staffId)}>
        {say('give')}
      </CommandButton>
    </div>
  )
}
