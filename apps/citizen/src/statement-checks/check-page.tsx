import { formatStatementCode, parseStatementCode } from '@an-sinh/domain'
import { Facts, formatDate, formatInstant, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { FileCheck } from './file-check.tsx'
import { TEXTS } from './texts.ts'

type Checked = AnswerTo<'GET /api/statement-checks/:code'>

const NOTICE_KINDS = { valid: 'good', expired: 'warning', withdrawn: 'error', erased: 'warning', unknown: 'error' } as const

const Result = ({ checked, code }: { readonly checked: Checked; readonly code: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { state, title, period, issuedAt, validUntil, shared } = checked
  return (
    <>
      <Notice kind={NOTICE_KINDS[state]} title={text(`check-${state}`)} live>
        <p>{text(`check-${state}-text`)}</p>
      </Notice>
      <Facts
        facts={[
          { label: text('code'), value: formatStatementCode(code) },
          { label: text('kind'), value: title?.[language] },
          { label: text('period'), value: period?.[language] },
          { label: text('issued-at'), value: issuedAt === null ? null : formatInstant(issuedAt, language) },
          {
            label: text('valid-until'),
            value:
              state === 'unknown' || state === 'erased' ? null : validUntil === null ? text('no-end') : formatDate(validUntil, language),
          },
        ]}
      />
      {state === 'valid' ? (
        <>
          <h2>{text('compare-title')}</h2>
          <p>{text('compare-text')}</p>
          <Facts facts={shared.map(({ label, value }) => ({ label: label[language], value: value[language] }))} />
          <FileCheck code={code} />
        </>
      ) : null}
    </>
  )
}

const CheckOf = ({ code }: { readonly code: string }): ReactNode => {
  const query = useQuery({
    queryKey: ['statement-check', code],
    queryFn: async () => call('GET /api/statement-checks/:code', { params: { code }, query: {} }),
    staleTime: 0,
    gcTime: 0,
  })
  return <Loaded query={query}>{(checked) => <Result checked={checked} code={code} />}</Loaded>
}

/** Whether a paper is genuine, for anybody who holds it. */
export const CheckPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const parsed = parseStatementCode(useParams<{ code: string }>().code)
  return (
    <Page title={text('check-title')}>
      {parsed.ok ? (
        <CheckOf code={parsed.statementCode} />
      ) : (
        <Notice kind="error" title={text(parsed.code)} live>
          <p>{text('code-hint')}</p>
        </Notice>
      )}
      <p>
        <Link href="/kiem-tra" className="back-link">
          {text('check-another')}
        </Link>
      </p>
    </Page>
  )
}
