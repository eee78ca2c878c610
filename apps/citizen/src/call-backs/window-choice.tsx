import type { CallBackWindows } from '@an-sinh/contract'
import { weekdayOf } from '@an-sinh/domain'
import { ChoiceField, formatDate, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { TEXTS } from './texts.ts'

export type Chosen = { readonly on: string; readonly starts: string }
type Day = CallBackWindows['days'][number]
type Props = {
  readonly windows: CallBackWindows
  readonly chosen: Chosen | null
  readonly error: string | undefined
  readonly onChoose: (chosen: Chosen | null) => void
}

const WEEKDAYS = ['weekday-0', 'weekday-1', 'weekday-2', 'weekday-3', 'weekday-4', 'weekday-5', 'weekday-6'] as const
/** Days shown at first; at Tết the next open one may lie beyond. */
const DAYS_SHOWN = 7

const useDayName = () => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (on: string): string => `${text(WEEKDAYS[weekdayOf(on)] ?? 'weekday-0')}, ${formatDate(on, language)}`
}

/** Why nobody calls on a day: its holiday's name, the weekend, or that the office is closed. */
const Closed = ({ day }: { readonly day: Day }): ReactNode => {
  const text = useTexts(TEXTS)
  if (day.closed === null) return text(day.windows.length === 0 ? 'day-over' : 'day-full')
  if (day.closed === 'weekend') return text('day-weekend')
  if (day.closed === 'closure') return text('day-closure')
  return text('day-holiday', { name: day.closedName ?? '' })
}

const isFree = (day: Day): boolean => day.windows.some((window) => window.isFree)

/** A day, then two hours of it; days on which nobody calls stand there with the reason. */
export const WindowChoice = ({ windows, chosen, error, onChoose }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const nameOf = useDayName()
  const [on, setOn] = useState<string | null>(chosen?.on ?? windows.nextFree?.on ?? null)
  const { days, nextFree } = windows
  const until = Math.max(DAYS_SHOWN, days.findIndex((day) => day.on === nextFree?.on) + DAYS_SHOWN)
  const shown = days.slice(0, until)
  const day = shown.find((one) => one.on === on)
  if (nextFree === null) return <Notice kind="warning" title={text('none-free')} />
  return (
    <>
      <p>
        {text('office', { office: windows.officeName })}{' '}
        {text('next-free', { day: nameOf(nextFree.on), from: nextFree.starts, to: nextFree.ends })}
      </p>
      {shown.every(isFree) ? null : (
        <details>
          <summary>{text('days-closed')}</summary>
          <ul>
            {shown.flatMap((one) =>
              isFree(one)
                ? []
                : [
                    <li key={one.on}>
                      {nameOf(one.on)}: <Closed day={one} />
                    </li>,
                  ],
            )}
          </ul>
        </details>
      )}
      <ChoiceField
        name="on"
        label={text('day')}
        choices={shown.filter(isFree).map((one) => ({ value: one.on, label: nameOf(one.on) }))}
        value={on}
        onChange={(next) => {
          setOn(next)
          onChoose(null)
        }}
      />
      {day === undefined ? null : (
        <ChoiceField
          name="starts"
          label={text('window')}
          error={error}
          choices={day.windows.filter((window) => window.isFree).map(({ starts, ends }) => ({ value: starts, label: `${starts}–${ends}` }))}
          value={chosen?.on === on ? chosen.starts : null}
          onChange={(starts) => onChoose({ on: day.on, starts })}
        />
      )}
    </>
  )
}
