import type { Represented } from '@an-sinh/contract'
import { Button, ConfirmDialog, formatDate, Notice, Tag, useLanguage, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { showProfile } from '../shared/profile/profile.ts'
import { TEXTS } from './texts.ts'
import { DEPENDANTS_KEY, type Representations } from './use-dependants.ts'

type One = Representations['readers'][number]

/** From when to when, what, and whether it still holds; the same words on both sides. */
const RepresentationFacts = ({ one }: { readonly one: One }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const areas = one.areas.map((area) =>
    text(area === 'participation' && one.kind === 'child' ? 'area-participation-child' : `area-${area}`),
  )
  return (
    <>
      <p>
        <Tag tone={one.state === 'standing' ? 'good' : 'note'}>{text(`state-${one.state}`)}</Tag>
      </p>
      {one.relation === null ? null : <p>{text('relation', { relation: one.relation[language] })}</p>}
      <p>{text('areas', { areas: areas.join(', ') })}</p>
      <p>{text('until', { on: formatDate(one.lastOn, language) })}</p>
    </>
  )
}

/** Ends one of them after a question; either side may, a child may not. */
const useEnding = (way: 'give-up' | 'take-back') => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<One | null>(null)
  const [done, setDone] = useState(false)
  const end = useAction(async ({ representationId }: One) => {
    await call('POST /api/me/representations/:representationId/ending', { params: { representationId } })
    showProfile(null)
    setAsked(null)
    setDone(true)
    await queryClient.invalidateQueries({ queryKey: DEPENDANTS_KEY })
  })
  const name = asked?.fullName ?? ''
  const around = (
    <>
      {done ? <Notice kind="good" live title={text('ended')} /> : null}
      <FailureNotice failure={end.failure} />
      <ConfirmDialog
        open={asked !== null}
        title={text(`${way}-title`, { name })}
        confirmLabel={text(way)}
        cancelLabel={text('cancel')}
        busy={end.busy}
        onConfirm={() => {
          if (asked !== null) void end.run(asked)
        }}
        onCancel={() => setAsked(null)}
      >
        <p>{text(`${way}-text`)}</p>
      </ConfirmDialog>
    </>
  )
  return { around, ask: setAsked }
}

/** Those whose data I may see: the way to it, and giving it up. */
export const RepresentedList = ({ list }: { readonly list: readonly Represented[] }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [, navigate] = useLocation()
  const { around, ask } = useEnding('give-up')
  if (list.length === 0) return <p>{text('see-none')}</p>
  return (
    <>
      {around}
      <ul className="link-list">
        {list.map((one) => (
          <li key={one.representationId} className="spell">
            <h3>{one.fullName}</h3>
            <p>{text('born', { on: formatDate(one.bornOn, language) })}</p>
            <RepresentationFacts one={one} />
            {one.state === 'standing' ? (
              <div className="button-row">
                <Button
                  onClick={() => {
                    showProfile(one)
                    navigate('/ca-nhan')
                  }}
                >
                  {text('show', { name: one.fullName })}
                </Button>
                <Button kind="second" onClick={() => ask(one)}>
                  {text('give-up-of', { name: one.fullName })}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Those who may see mine. A mandate is taken back here; a guardian's view ends by itself at 18. */
export const ReaderList = ({ list }: { readonly list: Representations['readers'] }): ReactNode => {
  const text = useTexts(TEXTS)
  const { around, ask } = useEnding('take-back')
  if (list.length === 0) return <p>{text('readers-none')}</p>
  return (
    <>
      {around}
      <ul className="link-list">
        {list.map((one) => (
          <li key={one.representationId} className="spell">
            <h3>{one.fullName}</h3>
            <RepresentationFacts one={{ ...one, relation: null }} />
            {one.state === 'standing' && one.kind === 'mandate' ? (
              <Button kind="second" onClick={() => ask(one)}>
                {text('take-back-of', { name: one.fullName })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
