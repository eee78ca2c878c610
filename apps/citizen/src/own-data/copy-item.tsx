import type { DataExport } from '@an-sinh/contract'
import { formatStatementCode } from '@an-sinh/domain'
import { formatInstant, Tag, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { fillUrl } from '../shared/api/call.ts'
import { formatBytes } from '../shared/format-bytes.ts'
import { TEXTS } from './texts.ts'

const Progress = ({ copy }: { readonly copy: DataExport }): ReactNode => {
  const text = useTexts(TEXTS)
  const { sectionsDone, sectionsTotal } = copy
  const isCounted = copy.state === 'gathering' && sectionsTotal > 0
  return (
    <>
      <output>
        {isCounted ? text('copies-gathering', { done: String(sectionsDone), total: String(sectionsTotal) }) : text('copies-waiting')}
      </output>
      {isCounted ? (
        <progress
          className="meter"
          value={sectionsDone}
          max={sectionsTotal}
          aria-label={text('copies-gathering', { done: String(sectionsDone), total: String(sectionsTotal) })}
        />
      ) : null}
    </>
  )
}

const Files = ({ copy }: { readonly copy: DataExport }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { exportId, files, code, availableUntil } = copy
  return (
    <>
      <p>
        <Tag tone="good">{text('copies-ready')}</Tag>{' '}
        {availableUntil === null ? null : text('copies-until', { at: formatInstant(availableUntil, language) })}
      </p>
      <div className="button-row">
        {files.map(({ format, sizeBytes }) => (
          <a
            key={format}
            className={format === 'pdf' ? 'button' : 'button button-second'}
            href={fillUrl('/api/me/data-exports/:exportId/file', { params: { exportId }, query: { format } })}
            download={`du-lieu-cua-toi.${format}`}
          >
            {text(format === 'pdf' ? 'copies-pdf' : 'copies-json', { size: formatBytes(sizeBytes, language) })}
          </a>
        ))}
      </div>
      {code === null ? null : (
        <p>
          {text('copies-code')}: <strong>{formatStatementCode(code)}</strong>
          <br />
          <Link href={`/kiem-tra/${code}`}>{text('copies-check')}</Link>
        </p>
      )}
      <details>
        <summary>{text('copies-seal')}</summary>
        {files.map(({ format, sha256 }) => (
          <p key={format}>
            {format.toUpperCase()}: <code className="hash">{sha256}</code>
          </p>
        ))}
      </details>
    </>
  )
}

/** One copy: how far it is, its files while they are there, and what became of it. */
export const CopyItem = ({ copy }: { readonly copy: DataExport }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { state, askedAt } = copy
  return (
    <li className="spell">
      <p className="quiet">{text('copies-asked', { at: formatInstant(askedAt, language) })}</p>
      {state === 'waiting' || state === 'gathering' ? <Progress copy={copy} /> : null}
      {state === 'ready' ? <Files copy={copy} /> : null}
      {state === 'failed' ? (
        <p>
          <Tag tone="warn">{text('copies-failed')}</Tag> {text('copies-failed-text')}
        </p>
      ) : null}
      {state === 'erased' ? <Tag tone="quiet">{text('copies-erased')}</Tag> : null}
    </li>
  )
}
