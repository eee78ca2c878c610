import type { Figures, FiguresPeriod } from '@an-sinh/contract'
import { useLanguage } from '@an-sinh/ui'
import { formatCivilDate } from '../shared/format-instant.ts'
import { figureMessages } from './figure-messages.ts'

const ROWS = ['intake', 'received', 'approved', 'returned', 'refused'] as const satisfies readonly (keyof FiguresPeriod)[]

/** Minutes as hours and minutes in words. */
const useMinutes = (): ((minutes: number | null) => string) => {
  const say = figureMessages.useSay()
  return (minutes) => {
    if (minutes === null) return '–'
    if (minutes < 60) return say('minutes', { minutes })
    return say('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  }
}

/** Today and this month, side by side. */
export const PeriodTable = ({ figures }: { readonly figures: Figures }) => {
  const say = figureMessages.useSay()
  const inWords = useMinutes()
  return (
    <table className="plain-table figure-table">
      <caption className="visually-hidden">{say('periods')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('what')}</th>
          <th scope="col">{say('today')}</th>
          <th scope="col">{say('month')}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row">{say(row)}</th>
            <td>{figures.today[row]}</td>
            <td>{figures.month[row]}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{say('median')}</th>
          <td>{inWords(figures.today.medianWaitMinutes)}</td>
          <td>{inWords(figures.month.medianWaitMinutes)}</td>
        </tr>
        <tr>
          <th scope="row">{say('open')}</th>
          <td>{figures.open}</td>
          <td>–</td>
        </tr>
        <tr>
          <th scope="row">{say('nearDeadline')}</th>
          <td>{figures.nearDeadline}</td>
          <td>–</td>
        </tr>
      </tbody>
    </table>
  )
}

export const ReasonTable = ({ reasons }: Pick<Figures, 'reasons'>) => {
  const say = figureMessages.useSay()
  const { language } = useLanguage()
  if (reasons.length === 0) return <p>{say('noReasons')}</p>
  return (
    <table className="plain-table figure-table">
      <thead>
        <tr>
          <th scope="col">{say('reason')}</th>
          <th scope="col">{say('kind')}</th>
          <th scope="col">{say('cases')}</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ code, kind, cases, ...words }) => (
          <tr key={code}>
            <td>{words[language]}</td>
            <td>{say(`kind-${kind}`)}</td>
            <td>{cases ?? say('few')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export const DayTable = ({ days }: Pick<Figures, 'days'>) => {
  const say = figureMessages.useSay()
  return (
    <table className="plain-table figure-table">
      <thead>
        <tr>
          <th scope="col">{say('day')}</th>
          <th scope="col">{say('intake')}</th>
          <th scope="col">{say('decided')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ on, intake, decided }) => (
          <tr key={on}>
            <td>{formatCivilDate(on)}</td>
            <td>{intake}</td>
            <td>{decided}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export const WeekTable = ({ weeks }: Pick<Figures, 'weeks'>) => {
  const say = figureMessages.useSay()
  const inWords = useMinutes()
  return (
    <table className="plain-table figure-table">
      <thead>
        <tr>
          <th scope="col">{say('week')}</th>
          <th scope="col">{say('cases')}</th>
          <th scope="col">{say('median')}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ fromOn, cases, medianMinutes }) => (
          <tr key={fromOn}>
            <td>{formatCivilDate(fromOn)}</td>
            <td>{cases ?? say('few')}</td>
            <td>{inWords(medianMinutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
