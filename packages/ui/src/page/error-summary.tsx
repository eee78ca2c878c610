import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { fieldId } from '../fields/field.tsx'

export type FieldError = { readonly field: string; readonly sentence: string }

type Props = {
  readonly title: string
  readonly errors: readonly FieldError[]
  /** Counts the presses of the button: the same errors once more take the focus once more. */
  readonly attempt?: number
}

const goTo = (event: MouseEvent, field: string): void => {
  event.preventDefault()
  const box = document.getElementById(fieldId(field))
  box?.scrollIntoView?.({ block: 'center' })
  box?.focus()
}

/** A field where somebody types or chooses just now. */
const isAtField = (): boolean => document.activeElement?.matches('input, textarea, select, [role="combobox"]') === true

/** All errors at once, each a link to its field. Takes the focus when it appears or changes, and never while somebody types or chooses. */
export const ErrorSummary = ({ title, errors, attempt = 0 }: Props): ReactNode => {
  const box = useRef<HTMLDivElement>(null)
  const told = errors.map((error) => `${error.field} ${error.sentence} ${attempt}`).join()
  const seen = useRef({ told: '', attempt: -1 })
  useEffect(() => {
    // Errors that change under an answer leave the cursor where it is; a press of the button, by Enter in a field too, leads here.
    const isAnswering = seen.current.told !== '' && seen.current.attempt === attempt && isAtField()
    if (told !== '' && !isAnswering) box.current?.focus()
    seen.current = { told, attempt }
  }, [told, attempt])
  if (errors.length === 0) return null
  return (
    <div className="notice notice-error" role="alert" tabIndex={-1} ref={box}>
      <h2 className="notice-title">{title}</h2>
      <ul className="error-list">
        {errors.map((error) => (
          <li key={error.field + error.sentence}>
            <a href={`#${fieldId(error.field)}`} onClick={(event) => goTo(event, error.field)}>
              {error.sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
