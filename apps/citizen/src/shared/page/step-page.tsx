import { Button, ErrorSummary, type FieldError, useTexts } from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { Link } from 'wouter'
import { Page } from './page.tsx'
import { TEXTS } from './texts.ts'

type Props = {
  readonly title: string
  /** Where the step stands, told above the heading; left out when the page is not a numbered step. */
  readonly place?: { readonly step: number; readonly steps: number } | undefined
  readonly backTo: string
  readonly errors?: readonly FieldError[]
  readonly onNext: () => void
  readonly busy?: boolean
  readonly nextLabel?: string
  readonly children: ReactNode
  /** Below the button: other ways on. */
  readonly aside?: ReactNode
}

const NO_ERRORS: readonly FieldError[] = []

/** One question group: all errors on top, the fields, one way on. Enter in a field goes on too. */
export const StepPage = ({
  title,
  place,
  backTo,
  errors = NO_ERRORS,
  onNext,
  busy = false,
  nextLabel,
  children,
  aside,
}: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [attempt, setAttempt] = useState(0)
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (busy) return
    setAttempt(attempt + 1)
    onNext()
  }
  const intro = (
    <>
      <Link href={backTo} className="back-link">
        {text('back')}
      </Link>
      {place === undefined ? null : <p className="step-place">{text('step-of', place)}</p>}
    </>
  )
  return (
    <Page title={title} intro={intro}>
      <ErrorSummary title={text('errors-title')} errors={errors} attempt={attempt} />
      <form noValidate onSubmit={onSubmit}>
        {children}
        <div className="button-row">
          <Button type="submit" busy={busy}>
            {nextLabel ?? text('next')}
          </Button>
        </div>
      </form>
      {aside}
    </Page>
  )
}
