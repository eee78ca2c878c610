import type { ReactNode } from 'react'
import { describedBy, fieldId, FieldNotes, type FieldTexts } from './field.tsx'

type Props = FieldTexts & { readonly checked: boolean; readonly onChange: (checked: boolean) => void }

/** A tick, never ticked for the person. */
export const TickField = ({ checked, onChange, ...texts }: Props): ReactNode => (
  <div className={texts.error === undefined ? 'field' : 'field field-wrong'}>
    <label className="choice">
      <input
        type="checkbox"
        id={fieldId(texts.name)}
        name={texts.name}
        checked={checked}
        aria-describedby={describedBy(texts)}
        aria-invalid={texts.error === undefined ? undefined : true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className="choice-text">{texts.label}</span>
    </label>
    <FieldNotes {...texts} />
  </div>
)
