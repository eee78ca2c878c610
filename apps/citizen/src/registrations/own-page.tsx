import type { Registration } from '@an-sinh/contract'
import { formatDate, formatInstant, Facts, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { OfficeFacts } from '../shared/page/office-facts.tsx'
import { Page } from '../shared/page/page.tsx'
import { EmployerWishesPanel } from './employer-wishes.tsx'
import { EmployerPrinting } from './employer-printing.tsx'
import { OwnActions } from './own-actions.tsx'
import { OwnDetails } from './own-details.tsx'
import { FormPanel } from './form-panel.tsx'
import { TEXTS } from './texts.ts'
import { useRegistration } from './use-registration.ts'

const isJustSent = (state: unknown): boolean => typeof state === 'object' && state !== null && 'justSent' in state

/** The clock runs: the due date counts, and the form is to be brought. */
const isWaitingForPaper = (state: Registration['state']): boolean => state === 'submitted' || state === 'awaiting-visit'

const Reasons = ({ reasons }: Pick<Registration, 'reasons'>): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  if (reasons.length === 0) return null
  return (
    <Notice kind="warning" title={text('reasons')}>
      <ul>
        {reasons.map(({ code, sentence, nextStep }) => (
          <li key={code}>
            {sentence[language]} {nextStep[language]}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const KeyFacts = ({ registration }: { readonly registration: Registration }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { fileNumber, dueOn, graceEndsOn, submittedAt, reads, nextStep } = registration
  const due = dueOn === null || !isWaitingForPaper(registration.state) ? null : formatDate(dueOn, language)
  const grace = graceEndsOn === null ? null : formatDate(graceEndsOn, language)
  return (
    <Facts
      facts={[
        { label: text('fileNumber'), value: fileNumber },
        {
          label: text('dueOn'),
          value: due === null ? null : <strong>{grace === null ? due : text('dueOn-grace', { dueOn: due, graceEndsOn: grace })}</strong>,
        },
        { label: text('state'), value: reads[language] },
        { label: text('next-step'), value: nextStep[language] },
        { label: text('submittedAt'), value: submittedAt === null ? null : formatInstant(submittedAt, language) },
      ]}
    />
  )
}

const Own = ({ registration }: { readonly registration: Registration }): ReactNode => {
  const text = useTexts(TEXTS)
  const justSent = isJustSent(useHistoryState<unknown>())
  const { office, state } = registration
  const mayReopen = registration.may.correct || state === 'expired'
  return (
    <>
      {justSent && isWaitingForPaper(state) ? (
        <Notice kind="good" title={text('sent-title')}>
          <p>{text('sent-text')}</p>
        </Notice>
      ) : null}
      <Reasons reasons={registration.reasons} />
      <KeyFacts registration={registration} />
      {state === 'approved' ? (
        <p>
          <Link href="/dang-nhap/lan-dau" className="button">
            {text('first-sign-in')}
          </Link>
        </p>
      ) : null}
      {mayReopen ? <OwnActions registration={registration} /> : null}
      <FormPanel registration={registration} />
      <EmployerPrinting registration={registration} />
      {office === null ? null : (
        <section>
          <h2>
            {text('office')}: {office.name}
          </h2>
          <OfficeFacts office={office} />
        </section>
      )}
      {mayReopen ? null : <OwnActions registration={registration} />}
      {state === 'draft' || state === 'withdrawn' ? null : <EmployerWishesPanel registrationId={registration.registrationId} />}
      <OwnDetails registration={registration} />
    </>
  )
}

/** One's own registration: receipt right after sending, and everything that may still be done with it. */
export const OwnPage = ({ registrationId }: { readonly registrationId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useRegistration(registrationId)
  const fileNumber = query.data?.fileNumber ?? null
  const title =
    query.data === undefined ? text('list-title') : fileNumber === null ? text('own-title-draft') : text('own-title', { fileNumber })
  return (
    <Page title={title}>
      <Loaded query={query}>{(registration) => <Own registration={registration} />}</Loaded>
      {findCode(query.error) === 'registration-not-yours' ? (
        <p>
          <Link href="/to-khai" className="button">
            {text('list-other')}
          </Link>
        </p>
      ) : null}
    </Page>
  )
}
