import { shareOf } from '@an-sinh/domain'
import { formatCivilDate } from '../shared/format-instant.ts'
import { LinePlot } from '../shared/plot.tsx'
import type { Progress } from './campaign-calls.ts'
import { campaignMessages } from './campaign-messages.ts'

const shortDay = (on: string): string => `${on.slice(8)}/${on.slice(5, 7)}`

/** The share of registered people week by week, as a line and as a table. */
export const WeeksPart = ({ weeks }: Pick<Progress, 'weeks'>) => {
  const say = campaignMessages.useSay()
  if (weeks.length === 0) return <p>{say('noWeeks')}</p>
  return (
    <>
      <p className="small">{say('weeksNote')}</p>
      <LinePlot
        marks={weeks.map(({ weekOn, people, registered }) => ({ label: shortDay(weekOn), values: [shareOf(registered, people)] }))}
      />
      <details>
        <summary>{say('asTable')}</summary>
        <table className="plain-table figure-table">
          <thead>
            <tr>
              {(['week', 'people', 'registered', 'handedIn', 'approved', 'signedIn'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ weekOn, ...figures }) => (
              <tr key={weekOn}>
                <th scope="row">{formatCivilDate(weekOn)}</th>
                {(['people', 'registered', 'handedIn', 'approved', 'signedIn'] as const).map((column) => (
                  <td key={column}>{figures[column].toLocaleString('vi-VN')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
