import { type ReactNode, useState } from 'react'
import { describedBy, Field, fieldId, type FieldTexts } from './field.tsx'

type Props = FieldTexts & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password' | 'one-time-code'
  readonly showLabel: string
  readonly hideLabel: string
}

/** A password with a button that shows it: who sees what was typed makes fewer mistakes. */
export const PasswordField = ({ name, label, hint, error, value, onChange, autoComplete, showLabel, hideLabel }: Props): ReactNode => {
  const [shown, setShown] = useState(false)
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <div className="box-with-button">
        <input
          className="box"
          type={shown ? 'text' : 'password'}
          id={fieldId(name)}
          name={name}
          value={value}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={describedBy({ name, label, hint, error })}
          aria-invalid={error === undefined ? undefined : true}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <button type="button" className="button-plain" aria-pressed={shown} aria-controls={fieldId(name)} onClick={() => setShown(!shown)}>
          {shown ? hideLabel : showLabel}
        </button>
      </div>
    </Field>
  )
}
