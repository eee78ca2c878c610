import type { ReactNode } from 'react'

/** What every field has: a label above, a hint, and the error that names the way out. */
export type FieldTexts = {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
}

/** The ids under which the parts of a field find each other; an error summary links to `fieldId(name)`. */
export const fieldId = (name: string): string => `field-${name}`
export const hintId = (name: string): string => `field-${name}-hint`
export const errorId = (name: string): string => `field-${name}-error`

/** The value of `aria-describedby`: hint and error, as far as there are any. */
export const describedBy = ({ name, hint, error }: FieldTexts): string | undefined => {
  const ids = [hint === undefined ? null : hintId(name), error === undefined ? null : errorId(name)].filter((id) => id !== null)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** Hint and error, between the label and the box: read before the box is reached. */
export const FieldNotes = ({ name, hint, error }: FieldTexts): ReactNode => (
  <>
    {hint === undefined ? null : (
      <p className="field-hint" id={hintId(name)}>
        {hint}
      </p>
    )}
    {error === undefined ? null : (
      <p className="field-error" id={errorId(name)}>
        {error}
      </p>
    )}
  </>
)

/** A labelled box with its notes. */
export const Field = ({ children, ...texts }: FieldTexts & { readonly children: ReactNode }): ReactNode => (
  <div className={texts.error === undefined ? 'field' : 'field field-wrong'}>
    <label className="field-label" htmlFor={fieldId(texts.name)}>
      {texts.label}
    </label>
    <FieldNotes {...texts} />
    {children}
  </div>
)
