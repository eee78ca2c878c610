import type { ReactNode } from 'react'
import { describedBy, fieldId, FieldNotes, type FieldTexts } from './field.tsx'

/** What was typed into the three boxes, untouched. */
export type DateBoxes = { readonly day: string; readonly month: string; readonly year: string }

type Props = FieldTexts & {
  readonly value: DateBoxes
  /** Only what changed: a browser that fills in all three boxes at once must not lose two of them. */
  readonly onChange: (typed: Partial<DateBoxes>) => void
  readonly labels: Readonly<Record<keyof DateBoxes, string>>
  /** Only the year's box is asked for. */
  readonly yearOnly?: boolean
  readonly autoComplete?: 'bday'
}

const LENGTHS: Readonly<Record<keyof DateBoxes, number>> = { day: 2, month: 2, year: 4 }

/** A date as three number boxes, never a calendar: nobody pages back to 1958. The first box carries the field's id. */
export const DateField = ({ value, onChange, labels, yearOnly = false, autoComplete, ...texts }: Props): ReactNode => {
  const parts: readonly (keyof DateBoxes)[] = yearOnly ? ['year'] : ['day', 'month', 'year']
  return (
    <fieldset className={texts.error === undefined ? 'field' : 'field field-wrong'} aria-describedby={describedBy(texts)}>
      <legend className="field-label">{texts.label}</legend>
      <FieldNotes {...texts} />
      <div className="date-boxes">
        {parts.map((part, at) => (
          <label key={part} className="date-box">
            <span>{labels[part]}</span>
            <input
              className={part === 'year' ? 'box box-year' : 'box box-day'}
              id={at === 0 ? fieldId(texts.name) : `${fieldId(texts.name)}-${part}`}
              name={`${texts.name}-${part}`}
              inputMode="numeric"
              maxLength={LENGTHS[part]}
              autoComplete={autoComplete === undefined ? 'off' : `${autoComplete}-${part}`}
              value={value[part]}
              aria-invalid={texts.error === undefined ? undefined : true}
              onChange={(event) => onChange({ [part]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
