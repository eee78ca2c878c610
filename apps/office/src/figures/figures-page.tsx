import type { Figures } from '@an-sinh/contract'
import { CommandButton, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatCivilDate } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { figureMessages } from './figure-messages.ts'
import { exportFigures, getFigures } from './figure-requests.ts'
import { DayTable, PeriodTable, ReasonTable, WeekTable } from './figure-tables.tsx'
import { BarPlot, LinePlot } from '../shared/plot.tsx'
import { saveFile } from '../shared/save-file.ts'

const shortDay = (on: string): string => `${on.slice(8)}/${on.slice(5, 7)}`

const Download = ({ todayOn }: { readonly todayOn: string }) => {
  const say = figureMessages.useSay()
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const save = async (format: 'csv' | 'xlsx'): Promise<void> => {
    if (waiting) return
    setWaiting(true)
    setProblem(null)
    try {
      saveFile(await exportFigures(format), `so-lieu-${todayOn}.${format}`)
    } catch (error) {
      setProblem(error)
    } finally {
      setWaiting(false)
    }
  }
  return (
    <>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <div className="row">
        <CommandButton busy={waiting} onPress={() => void save('csv')}>
          {say('csv')}
        </CommandButton>
        <CommandButton busy={waiting} onPress={() => void save('xlsx')}>
          {say('xlsx')}
        </CommandButton>
      </div>
    </>
  )
}

const Shown = ({ figures }: { readonly figures: Figures }) => {
  const say = figureMessages.useSay()
  const { days, weeks, reasons } = figures
  return (
    <>
      <p>{say('of', { office: figures.officeName, date: formatCivilDate(figures.todayOn) })}</p>
      <PeriodTable figures={figures} />
      <h2>{say('daysTitle')}</h2>
      <p className="plot-key">
        <span className="plot-swatch plot-swatch-first" aria-hidden="true" /> {say('intake')}{' '}
        <span className="plot-swatch plot-swatch-second" aria-hidden="true" /> {say('decided')}
      </p>
      <BarPlot marks={days.map(({ on, intake, decided }) => ({ label: shortDay(on), values: [intake, decided] }))} />
      <details>
        <summary>{say('asTable')}</summary>
        <DayTable days={days} />
      </details>
      <h2>{say('weeksTitle')}</h2>
      <p className="small">{say('weeksNote')}</p>
      <LinePlot marks={weeks.map(({ fromOn, medianMinutes }) => ({ label: shortDay(fromOn), values: [medianMinutes] }))} />
      <details>
        <summary>{say('asTable')}</summary>
        <WeekTable weeks={weeks} />
      </details>
      <h2>{say('reasonsTitle')}</h2>
      <ReasonTable reasons={reasons} />
      <h2>{say('download')}</h2>
      <Download todayOn={figures.todayOn} />
    </>
  )
}

/** The own office in numbers: what came in, what was decided, how long it took. Nobody is ranked, nobody is named. */
export const FiguresPage = () => {
  const say = figureMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const found = useQuery({ queryKey: ['figures'], queryFn: ({ signal }) => getFigures(signal) })
  return (
    <main id="main" className="page account-page desk-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : <Shown figures={found.data} />}
    </main>
  )
}
