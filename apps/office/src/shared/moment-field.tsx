import { type DateBoxes, DateField, TextField } from '@an-sinh/ui'
import { readBoxes, toBoxes } from './read-boxes.ts'
import { sharedMessages } from './shared-messages.ts'

export type Moment = { readonly date: DateBoxes; readonly time: string }

const ZONE = '+07:00'
const CLOCK = /^([01]?\d|2[0-3])[:hH.]?([0-5]\d)$/u

export const NO_MOMENT: Moment = { date: { day: '', month: '', year: '' }, time: '' }
export const isEmptyMoment = ({ date, time }: Moment): boolean => `${date.day}${date.month}${date.year}${time}`.trim() === ''

/** Milliseconds since 1970 → as it stands in the boxes, in Viet Nam's time. */
export const toMoment = (at: number): Moment => {
  const [date = '', time = ''] = new Date(at + 7 * 3_600_000).toISOString().split('T')
  return { date: toBoxes(date), time: time.slice(0, 5) }
}

/** As typed → an instant, or null while it is none. */
export const readMoment = ({ date, time }: Moment): string | null => {
  const day = readBoxes(date)
  const [, hours, minutes] = CLOCK.exec(time.trim()) ?? []
  return day === null || hours === undefined || minutes === undefined ? null : `${day}T${hours.padStart(2, '0')}:${minutes}:00${ZONE}`
}

type Props = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: Moment
  readonly onChange: (moment: Moment) => void
}

/** A day and a time of day. */
export const MomentField = ({ name, label, hint, error, value, onChange }: Props) => {
  const say = sharedMessages.useSay()
  return (
    <div className="row moment">
      <DateField
        name={name}
        label={label}
        hint={hint}
        error={error}
        labels={{ day: say('day'), month: say('month'), year: say('year') }}
        value={value.date}
        onChange={(typed) => onChange({ ...value, date: { ...value.date, ...typed } })}
      />
      <TextField
        name={`${name}-time`}
        label={say('clock')}
        width="short"
        autoComplete="off"
        maxLength={5}
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
      />
    </div>
  )
}
