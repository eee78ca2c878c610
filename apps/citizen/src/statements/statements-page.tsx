import { Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, Redirect, useSearch } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { StatementItem } from './statement-item.tsx'
import { TEXTS } from './texts.ts'
import { useStatements } from './use-statements.ts'

/** What was issued to me, newest first. After issuing one: what to do with it. */
export const StatementsPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useStatements()
  const issuedNow = new URLSearchParams(useSearch()).has('da-lap')
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('title')}>
      <p>{text('lead')}</p>
      {issuedNow ? (
        <Notice kind="good" title={text('issued-title')} live>
          <p>{text('issued-text')}</p>
        </Notice>
      ) : null}
      <p className="button-row">
        <Link href="/ca-nhan/giay-xac-nhan/moi" className="button">
          {text('make')}
        </Link>
      </p>
      <Loaded query={query}>
        {({ statements }) =>
          statements.length === 0 ? (
            <p>{text('none')}</p>
          ) : (
            statements.map((statement) => <StatementItem key={statement.statementId} statement={statement} />)
          )
        }
      </Loaded>
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}
