import type { CheckedPaper } from '@an-sinh/contract'
import { Facts, formatDate, formatInstant, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { FileCheck } from './file-check.tsx'
import { TEXTS } from './texts.ts'

type State = CheckedPaper['state']

const TONES = {
  valid: 'good',
  'not-yet': 'warning',
  expired: 'warning',
  withdrawn: 'error',
  altered: 'error',
  disputed: 'error',
  erased: 'warning',
  unknown: 'error',
} as const satisfies Record<State, string>

const PAPER_STATES = ['valid', 'expired', 'withdrawn', 'erased', 'unknown'] as const
const BADGE_STATES = ['valid', 'not-yet', 'expired', 'withdrawn', 'altered', 'disputed'] as const

/** A badge is about money that changes hands, so it has words of its own. */
const keyOf = ({ kind, state }: CheckedPaper) => {
  const badgeState = BADGE_STATES.find((one) => one === state)
  if (kind === 'agent-badge' && badgeState !== undefined) return `badge-${badgeState}` as const
  return `paper-${PAPER_STATES.find((one) => one === state) ?? 'unknown'}` as const
}

type Props = { readonly checked: CheckedPaper; readonly code: string; readonly shown: string }

/** Until when it counts; a paper without an end is one of its day. */
const useUntil = (): ((checked: CheckedPaper) => string | null) => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return ({ state, kind, validUntil }) => {
    // Taken back or changed: no day of it counts any more.
    if (state === 'withdrawn' || state === 'altered') return null
    if (validUntil !== null) return formatDate(validUntil, language)
    if (state === 'unknown' || state === 'erased') return null
    return text(kind === 'agent-badge' ? 'no-end-badge' : 'no-end')
  }
}

/** What is told of a paper: the verdict first, then what to lay beside it. */
export const CheckResult = ({ checked, code, shown }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const untilOf = useUntil()
  const { kind, state, title, period, issuedAt, shared, sample } = checked
  const key = keyOf(checked)
  const isCounting = state === 'valid' || state === 'disputed'
  const isFalse = kind === 'agent-badge' && TONES[state] === 'error'
  return (
    <>
      <Notice kind={TONES[state]} title={text(key)} live>
        <p>{text(`${key}-text`)}</p>
        {isFalse ? (
          <p>
            <Link href="/ho-tro/phieu/moi">{text('tell-us')}</Link>
          </p>
        ) : null}
      </Notice>
      {sample ? (
        <Notice kind="warning" title={text('sample')}>
          <p>{text('sample-text')}</p>
        </Notice>
      ) : null}
      <Facts
        facts={[
          { label: text('code-label'), value: shown },
          { label: text('kind'), value: title?.[language] },
          { label: text('period'), value: period?.[language] },
          { label: text('issued-at'), value: issuedAt === null ? null : formatInstant(issuedAt, language) },
          { label: text('valid-until'), value: untilOf(checked) },
        ]}
      />
      {shared.length === 0 ? null : (
        <>
          <h2>{text(isCounting ? 'compare-title' : 'named-title')}</h2>
          {isCounting ? <p>{text(kind === 'agent-badge' ? 'compare-badge' : 'compare-text')}</p> : null}
          <Facts facts={shared.map(({ label, value }) => ({ label: label[language], value: value[language] }))} />
        </>
      )}
      {state === 'valid' && (kind === 'statement' || kind === 'health-card') ? <FileCheck code={code} /> : null}
      {kind === 'agent-badge' ? (
        <Notice kind="warning">
          <p>{text('never-ask')}</p>
        </Notice>
      ) : null}
    </>
  )
}
