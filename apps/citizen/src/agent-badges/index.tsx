import { Facts, formatDate, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { TEXTS } from './texts.ts'

type Checked = AnswerTo<'GET /api/badge-checks/:code'>

const KINDS = { valid: 'good', 'not-yet': 'warning', ended: 'error', disputed: 'error', unknown: 'error' } as const

const Result = ({ checked: { state, badge } }: { readonly checked: Checked }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <>
      <Notice kind={KINDS[state]} title={text(state)} live>
        <p>{text(`${state}-text`)}</p>
      </Notice>
      {badge === null ? null : (
        <>
          {badge.sample ? (
            <Notice kind="warning" title={text('sample')}>
              <p>{text('sample-text')}</p>
            </Notice>
          ) : null}
          <Facts
            facts={[
              { label: text('point'), value: `${badge.pointName} (${badge.pointCode})` },
              { label: text('agent'), value: badge.agentName },
              { label: text('address'), value: badge.address },
              { label: text('phone'), value: badge.phone },
              { label: text('authority'), value: badge.authorityNumber },
              { label: text('from'), value: formatDate(badge.validFrom, language) },
              { label: text('to'), value: badge.validTo === null ? text('no-end') : formatDate(badge.validTo, language) },
            ]}
          />
          {state === 'valid' ? <p>{text('compare')}</p> : null}
        </>
      )}
    </>
  )
}

/** What anybody sees who scans the badge of a collection agent. */
export const AgentBadgeCheck = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { code } = useParams<{ code: string }>()
  const query = useQuery({
    queryKey: ['badge-check', code],
    queryFn: async () => call('GET /api/badge-checks/:code', { params: { code } }),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Page title={text('title')}>
      <Loaded query={query}>{(checked) => <Result checked={checked} />}</Loaded>
      <Notice kind="warning">
        <p>{text('never-ask')}</p>
      </Notice>
      <p>
        <Link href="/tra-cuu/diem-thu" className="back-link">
          {text('all-points')}
        </Link>
      </p>
    </Page>
  )
}
