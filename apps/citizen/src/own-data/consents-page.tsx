import type { Consent } from '@an-sinh/contract'
import { Button, formatInstant, Tag, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { BackLink } from './back-link.tsx'
import { TEXTS } from './texts.ts'

const KEY = ['me', 'consents']

const History = ({ decisions }: Pick<Consent, 'decisions'>): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  if (decisions.length === 0) return null
  return (
    <details>
      <summary>{text('consents-history', { count: String(decisions.length) })}</summary>
      <ul>
        {decisions.map(({ decision, at, textVersion, text: wording }) => (
          <li key={at}>
            {text(`consents-decision-${decision}`, { at: formatInstant(at, language) })}
            <br />
            <span className="quiet">
              {text('consents-version', { version: textVersion })}
              {wording === null ? '' : `: ${wording[language]}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** One purpose: its wording, whether the person agreed, and one button of the same size either way. */
const ConsentPanel = ({ consent }: { readonly consent: Consent }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const { purpose, textVersion, stands, title, text: wording } = consent
  const decide = useAction(async () => {
    const body = { purpose, decision: stands ? 'withdrawn' : 'given', textVersion } as const
    const answer = await call('POST /api/me/consents', { body })
    queryClient.setQueryData(KEY, answer.consents)
  })
  return (
    <section className="panel">
      <h2>{title[language]}</h2>
      <p>{wording[language]}</p>
      <p>
        <Tag tone={stands ? 'good' : 'quiet'}>{text(stands ? 'consents-given' : 'consents-not')}</Tag>
      </p>
      <FailureNotice failure={decide.failure} />
      <Button kind="second" busy={decide.busy} onClick={() => void decide.run(undefined)}>
        {text(stands ? 'consents-withdraw' : 'consents-give')}
        <span className="visually-hidden">: {title[language]}</span>
      </Button>
      <History decisions={consent.decisions} />
    </section>
  )
}

/** What needs the person's permission. Nothing is given for them. */
export const ConsentsPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useQuery({ queryKey: KEY, queryFn: async () => (await call('GET /api/me/consents', {})).consents, staleTime: 0 })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('consents-title')}>
      <p>{text('consents-lead')}</p>
      <Loaded query={query}>{(consents) => consents.map((consent) => <ConsentPanel key={consent.purpose} consent={consent} />)}</Loaded>
      <BackLink to="back-hub" />
    </Page>
  )
}
