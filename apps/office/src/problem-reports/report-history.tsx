import { useLanguage } from '@an-sinh/ui'
import type { Bilingual } from '@an-sinh/domain'
import { formatInstant } from '../shared/format-instant.ts'
import { reportMessages } from './report-messages.ts'

export type ShownMove = {
  readonly kind: string
  readonly by: string
  readonly department: Bilingual
  readonly words: string
  readonly at: string
  readonly staffName?: string | null
  readonly shownToAsker?: boolean
  /** What its asker said of it. */
  readonly rating?: { readonly helped: 'yes' | 'partly' | 'no'; readonly words: string } | undefined
}

const Kind = ({ kind }: Pick<ShownMove, 'kind'>) => {
  const say = reportMessages.useSay()
  const key = `move-${kind}`
  return reportMessages.has(key) ? say(key) : kind
}

/** What happened, in its order; what stays inside is marked as such. */
export const ReportHistory = ({ moves }: { readonly moves: readonly ShownMove[] }) => {
  const say = reportMessages.useSay()
  const { language } = useLanguage()
  return (
    <>
      <h2>{say('history')}</h2>
      <ol className="closure-list">
        {moves.map(({ kind, by, department, words, at, staffName = null, shownToAsker = true, rating }) => (
          <li key={`${at} ${kind}`} className="closure-item">
            <p className="small">
              {formatInstant(at)} · <Kind kind={kind} /> · {by === 'asker' ? say('byAsker') : (staffName ?? department[language])}
              {kind === 'forwarded' ? ` → ${department[language]}` : ''}
              {shownToAsker ? '' : ` (${say('inside')})`}
            </p>
            {words === '' ? null : <p className="report-words">{words}</p>}
            {rating === undefined ? null : (
              <p className="small">
                {say(`helped-${rating.helped}`)}
                {rating.words === '' ? '' : ` – ${rating.words}`}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
