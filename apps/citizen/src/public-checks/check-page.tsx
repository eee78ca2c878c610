import { formatStatementCode, readPaperCode } from '@an-sinh/domain'
import { Notice, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import { call } from '../shared/api/call.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { CheckResult } from './check-result.tsx'
import { TEXTS } from './texts.ts'

type Code = { readonly code: string }

const CheckOf = ({ code, shown }: Code & { readonly shown: string }): ReactNode => {
  const query = useQuery({
    queryKey: ['paper-check', code],
    queryFn: async () => call('POST /api/paper-checks', { body: { code } }),
    staleTime: 0,
    gcTime: 0,
  })
  return <Loaded query={query}>{(checked) => <CheckResult checked={checked} code={code} shown={shown} />}</Loaded>
}

/** Whether a paper is genuine, for anybody who holds it. */
export const CheckPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const read = readPaperCode(useParams<Code>().code)
  return (
    <Page title={text('title')}>
      {read.ok ? (
        <CheckOf
          key={read.paper.code}
          code={read.paper.code}
          shown={read.paper.kind === 'paper' ? formatStatementCode(read.paper.code) : read.paper.code}
        />
      ) : (
        <Notice kind="error" title={text(read.code)} live>
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
