import type { InputHTMLAttributes, ReactNode, Ref } from 'react'
import { describedBy, Field, fieldId, type FieldTexts } from './field.tsx'

type Box = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'inputMode' | 'maxLength' | 'type' | 'spellCheck' | 'autoCapitalize' | 'required'
>

export type TextFieldProps = FieldTexts &
  Box & {
    readonly value: string
    readonly onChange: (value: string) => void
    /** `short` for codes and numbers of known length; the width tells what is expected. */
    readonly width?: 'full' | 'medium' | 'short'
    readonly inputRef?: Ref<HTMLInputElement>
  }

/** One line of text, handed on exactly as typed: nothing is rewritten while typing, so that Telex and VNI keep working. */
export const TextField = ({ name, label, hint, error, value, onChange, width = 'full', inputRef, ...box }: TextFieldProps): ReactNode => (
  <Field name={name} label={label} hint={hint} error={error}>
    <input
      {...box}
      ref={inputRef}
      className={`box box-${width}`}
      id={fieldId(name)}
      name={name}
      value={value}
      aria-describedby={describedBy({ name, label, hint, error })}
      aria-invalid={error === undefined ? undefined : true}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </Field>
)
