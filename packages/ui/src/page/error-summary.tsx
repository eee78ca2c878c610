import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { fieldId } from '../fields/field.tsx'

export type FieldError = { readonly field: string; readonly sentence: string }

type Props = { readonly title: string; readonly errors: readonly FieldError[] }

const goTo = (event: MouseEvent, field: string): void => {
  event.preventDefault()
  const box = document.getElementById(fieldId(field))
  box?.scrollIntoView?.({ block: 'center' })
  box?.focus()
}

/** All errors at once, each a link to its field. Takes the focus when it appears or changes. */
export const ErrorSummary = ({ title, errors }: Props): ReactNode => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
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
