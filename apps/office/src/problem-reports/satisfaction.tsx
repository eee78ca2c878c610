import { DEPARTMENTS } from '@an-sinh/domain'
import { useLanguage } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { WideTable } from '../shared/wide-table.tsx'
import { getTicketFigures } from './report-calls.ts'
import { reportMessages } from './report-messages.ts'

const shareOf = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`)

/** Whether the answers to citizens helped, by department. Counts and shares: nobody's name, nobody's words. */
export const Satisfaction = () => {
  const say = reportMessages.useSay()
  const { language } = useLanguage()
  const found = useQuery({ queryKey: ['ticket-figures'], queryFn: ({ signal }) => getTicketFigures(signal) })
  if (found.data === undefined || found.data.departments.length === 0) return null
  return (
    <section aria-labelledby="satisfaction">
      <h2 id="satisfaction">{say('satisfaction', { days: found.data.days })}</h2>
      <WideTable label={say('satisfaction', { days: found.data.days })}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('department')}</th>
              <th scope="col">{say('answers')}</th>
              <th scope="col">{say('ratings')}</th>
              <th scope="col">{say('helped-yes')}</th>
              <th scope="col">{say('helped-partly')}</th>
              <th scope="col">{say('helped-no')}</th>
            </tr>
          </thead>
          <tbody>
            {found.data.departments.map(({ department, answered, rated, helped, partly, notHelped }) => (
              <tr key={department}>
                <th scope="row">{DEPARTMENTS[department][language]}</th>
                <td>{answered}</td>
                <td>{rated}</td>
                <td>{shareOf(helped, rated)}</td>
                <td>{shareOf(partly, rated)}</td>
                <td>{shareOf(notHelped, rated)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  )
}
