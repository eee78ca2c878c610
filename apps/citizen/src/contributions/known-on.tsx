import { isCivilDate } from '@an-sinh/domain'
import { Button, type DateBoxes, DateField, useTexts } from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { TEXTS } from './texts.ts'

type Props = { readonly knownOn: string | null; readonly onChange: (day: string | null) => void }

const toBoxes = (day: string | null): DateBoxes => {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return { day: date, month, year }
}
const toDay = ({ day, month, year }: DateBoxes): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** "Xem như đã biết ngày …": the same pages as they would have looked at the end of a day. */
export const KnownOn = ({ knownOn, onChange }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [boxes, setBoxes] = useState(() => toBoxes(knownOn))
  const [wrong, setWrong] = useState(false)
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    const day = toDay(boxes)
    setWrong(!isCivilDate(day))
    if (isCivilDate(day)) onChange(day)
  }
  return (
    <details open={knownOn !== null}>
      <summary>{text('known-summary')}</summary>
      <form noValidate onSubmit={onSubmit}>
        <DateField
          name="known-on"
          label={text('known-label')}
          hint={text('known-hint')}
          error={wrong ? text('known-wrong') : undefined}
          value={boxes}
          onChange={(typed) => setBoxes({ ...boxes, ...typed })}
          labels={{ day: text('day'), month: text('month'), year: text('year') }}
        />
        <div className="button-row">
          <Button type="submit" kind="second">
            {text('known-show')}
          </Button>
          {knownOn === null ? null : (
            <Button kind="second" onClick={() => onChange(null)}>
              {text('known-now')}
            </Button>
          )}
        </div>
      </form>
    </details>
  )
}
