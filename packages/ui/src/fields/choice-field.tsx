import type { ReactNode } from 'react'
import { fieldId, FieldNotes, describedBy, type FieldTexts } from './field.tsx'

export type Choice<Value extends string> = { readonly value: Value; readonly label: ReactNode; readonly hint?: ReactNode }

type Props<Value extends string> = FieldTexts & {
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** `hidden` when the page's heading already asks the question. */
  readonly legend?: 'shown' | 'hidden'
}

/** One of a few answers, all visible. The first button carries the field's id, so that the error summary leads to it. */
export const ChoiceField = <Value extends string>({ choices, value, onChange, legend = 'shown', ...texts }: Props<Value>): ReactNode => (
  <fieldset className={texts.error === undefined ? 'field' : 'field field-wrong'} aria-describedby={describedBy(texts)}>
    <legend className={legend === 'hidden' ? 'visually-hidden' : 'field-label'}>{texts.label}</legend>
    <FieldNotes {...texts} />
    {choices.map((choice, at) => (
      <label key={choice.value} className="choice">
        <input
          type="radio"
          id={at === 0 ? fieldId(texts.name) : undefined}
          name={texts.name}
          value={choice.value}
          checked={choice.value === value}
          onChange={() => onChange(choice.value)}
        />
        <span className="choice-text">
          {choice.label}
          {choice.hint === undefined ? null : <span className="choice-hint">{choice.hint}</span>}
        </span>
      </label>
    ))}
  </fieldset>
)
