import type { ReactNode } from 'react'
import { describedBy, Field, fieldId, type FieldTexts } from './field.tsx'

type Props = FieldTexts & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength?: number
  readonly rows?: number
}

/** Several lines in a person's own words, handed on exactly as typed. */
export const TextAreaField = ({ value, onChange, maxLength, rows = 4, ...texts }: Props): ReactNode => (
  <Field {...texts}>
    <textarea
      className="box"
      id={fieldId(texts.name)}
      name={texts.name}
      rows={rows}
      maxLength={maxLength}
      value={value}
      aria-describedby={describedBy(texts)}
      aria-invalid={texts.error === undefined ? undefined : true}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </Field>
)
