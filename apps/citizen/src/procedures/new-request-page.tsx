import { useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, Redirect, useSearch } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import type { RequestTo } from '../shared/api/routes.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { RequestForm } from './request-form.tsx'
import { TEXTS } from './texts.ts'

type Kind = RequestTo<'GET /api/me/correctable-lines'>['query']['kind']

/** The line that is questioned, as it stands now, and the form under it. */
const LinePage = ({ kind, lineId }: { readonly kind: Kind; readonly lineId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useQuery({
    queryKey: ['me', 'correctable-line', kind, lineId],
    queryFn: async () => call('GET /api/me/correctable-lines', { query: { kind, lineId } }),
  })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('new-title')}>
      <Loaded query={query}>{(asked) => <RequestForm asked={asked} />}</Loaded>
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}

/** Reached from a line: `?loai=participation-spell&dong=…`. The server knows whether the line is the person's own. */
export const NewRequestPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const search = new URLSearchParams(useSearch())
  const [kind, lineId] = [search.get('loai'), search.get('dong')]
  if (kind === null || lineId === null)
    return (
      <Page title={text('new-title')}>
        <p>{text('no-line')}</p>
      </Page>
    )
  return <LinePage kind={kind as Kind} lineId={lineId} />
}
