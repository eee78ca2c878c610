import type { IssuedStatement } from '@an-sinh/contract'
import { formatStatementCode, STATEMENT_KIND_RULES } from '@an-sinh/domain'
import { type Fact, Facts, formatDate, formatInstant, Tag, type Tone, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { fillUrl } from '../shared/api/call.ts'
import { ShareButton } from './share-button.tsx'
import { TEXTS } from './texts.ts'
import { WithdrawButton } from './withdraw-button.tsx'

const TONES: Readonly<Record<IssuedStatement['state'], Tone>> = { valid: 'good', expired: 'quiet', withdrawn: 'bad' }

const useFacts = ({ issuedAt, validUntil, code, kind, fields }: IssuedStatement): Fact[] => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const shown = fields.map((field) => text(`field-${field}`)).join(' · ')
  return [
    { label: text('issued-at'), value: formatInstant(issuedAt, language) },
    { label: text('valid-until'), value: validUntil === null ? text('no-end') : formatDate(validUntil, language) },
    { label: text('code'), value: <strong className="code">{formatStatementCode(code)}</strong> },
    { label: text(kind === 'confirmation' ? 'says' : 'shares'), value: shown === '' ? text('initials-only') : shown },
  ]
}

/** One issued statement: file, sharing, and the way to take it back. */
export const StatementItem = ({ statement }: { readonly statement: IssuedStatement }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { statementId, kind, year, state } = statement
  const title = STATEMENT_KIND_RULES[kind].title[language]
  return (
    <section className="panel" aria-labelledby={`statement-${statementId}`}>
      <h2 id={`statement-${statementId}`}>{year === null ? title : `${title} – ${String(year)}`}</h2>
      <p>
        <Tag tone={TONES[state]}>{text(`state-${state}`)}</Tag>
      </p>
      <Facts facts={useFacts(statement)} />
      {state === 'withdrawn' ? null : (
        <div className="button-row">
          <a className="button button-second" href={fillUrl('/api/me/statements/:statementId/file', { params: { statementId } })} download>
            {text('download')}
          </a>
          <ShareButton url={statement.checkUrl} />
          <WithdrawButton statementId={statementId} />
        </div>
      )}
    </section>
  )
}
