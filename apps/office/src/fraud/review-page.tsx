import type { FraudReview } from '@an-sinh/contract'
import { CommandButton, Notice, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { StateLabel } from '../shared/case-labels.tsx'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { useKeys } from '../shared/keyboard.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { decideReview, getReview } from './fraud-calls.ts'
import { fraudMessages } from './fraud-messages.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { ReviewGraph } from './review-graph.tsx'
import { SideBySide } from './side-by-side.tsx'
import { SignalList } from './signal-list.tsx'

type Kind = 'pass' | 'refuse'
/** A refusal that may still be taken back. */
export type HeldRefusal = {
  readonly registrationId: string
  readonly decisionId: string
  readonly name: string
  readonly releasesAtMs: number
}
type OpenedProps = {
  readonly shown: FraudReview
  readonly onChanged: (after: FraudReview) => void
  readonly onHeld: (refusal: HeldRefusal) => void
}

const Past = ({ reviews }: { readonly reviews: FraudReview['reviews'] }) => {
  const say = fraudMessages.useSay()
  const { language } = useLanguage()
  if (reviews.length === 0) return null
  return (
    <section aria-labelledby="review-past">
      <h2 id="review-past">{say('past')}</h2>
      <ol>
        {reviews.map(({ kind, reason, said, staffName, at, undone }) => (
          <li key={`${kind} ${at}`}>
            {formatInstant(at)} – {staffName}: {say(`past-${kind}`)}. {reason[language]}
            {undone ? ` (${say('past-undone')})` : null}
            {said === '' ? null : ` “${said}”`}
          </li>
        ))}
      </ol>
    </section>
  )
}

const Commands = ({ may, onAsk }: { readonly may: FraudReview['may']; readonly onAsk: (kind: Kind) => void }) => {
  const say = fraudMessages.useSay()
  useKeys({ ...(may.pass ? { a: () => onAsk('pass') } : {}), ...(may.refuse ? { c: () => onAsk('refuse') } : {}) })
  return (
    <div className="button-row">
      {may.pass ? (
        <CommandButton kind="main" keyHint="A" onPress={() => onAsk('pass')}>
          {say('pass')}
        </CommandButton>
      ) : null}
      {may.refuse ? (
        <CommandButton kind="danger" keyHint="C" onPress={() => onAsk('refuse')}>
          {say('refuse')}
        </CommandButton>
      ) : null}
    </div>
  )
}

const Opened = ({ shown, onChanged, onHeld }: OpenedProps) => {
  const say = fraudMessages.useSay()
  const [asking, setAsking] = useState<Kind | null>(null)
  const [done, setDone] = useState<Kind | null>(null)
  return (
    <>
      {done === null ? null : <Notice kind="good" live title={say(`done-${done}`)} />}
      <p className="row">
        <strong>{shown.fullName}</strong> {say('bornOn', { on: formatCivilDate(shown.bornOn) })} <StateLabel state={shown.state} />
      </p>
      <Commands may={shown.may} onAsk={setAsking} />
      <div className="review">
        <section aria-labelledby="review-signals">
          <h2 id="review-signals">{say('signalsTitle')}</h2>
          <p className="small">{say('signalsHint')}</p>
          <SignalList signals={shown.signals} />
          <Past reviews={shown.reviews} />
        </section>
        <ReviewGraph graph={shown.graph} />
      </div>
      {shown.beside.length === 0 ? null : (
        <section aria-labelledby="review-beside">
          <h2 id="review-beside">{say('beside')}</h2>
          <div className="besides">
            {shown.beside.map((other) => (
              <SideBySide key={other.registrationId} shown={shown} other={other} />
            ))}
          </div>
          {shown.more > 0 ? <p>{say('besideMore', { count: shown.more })}</p> : null}
        </section>
      )}
      {asking === null ? null : (
        <ReasonDialog
          kind={asking}
          title={say(`${asking}Title`)}
          command={say(asking)}
          onClose={() => setAsking(null)}
          onConfirm={async (chosen) => {
            const after = await decideReview(shown.registrationId, { ...chosen, kind: asking, version: shown.version })
            setDone(asking)
            setAsking(null)
            onChanged(after)
            if (after.undo === null) return
            const { registrationId, fullName: name, undo } = after
            onHeld({ registrationId, name, decisionId: undo.decisionId, releasesAtMs: Date.parse(undo.releasesAt) })
          }}
        />
      )}
    </>
  )
}

type Props = {
  readonly registrationId: string
  readonly onBack: () => void
  readonly onCase: (registrationId: string) => void
  readonly onHeld: OpenedProps['onHeld']
}

/** A review on one screen: reasons, all in one picture, who takes part side by side; pass or refuse with a reason. */
export const ReviewPage = ({ registrationId, onBack, onCase, onHeld }: Props) => {
  const say = fraudMessages.useSay()
  const common = sharedMessages.useSay()
  const client = useQueryClient()
  const key = ['review', registrationId]
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => getReview(registrationId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const title = found.data === undefined ? say('reviewTitle') : say('reviewTitleOf', { number: found.data.fileNumber })
  usePageTitle(title)
  useKeys({ q: onBack })
  return (
    <main id="main" className="page">
      <div className="row">
        <h1 tabIndex={-1}>{title}</h1>
        <CommandButton kind="plain" keyHint="Q" onPress={onBack}>
          {say('back')}
        </CommandButton>
        <CommandButton kind="plain" onPress={() => onCase(registrationId)}>
          {say('openCase')}
        </CommandButton>
      </div>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : (
        <Opened
          shown={found.data}
          onHeld={onHeld}
          onChanged={(after) => {
            client.setQueryData(key, after)
            void client.invalidateQueries({ queryKey: ['suspects'] })
            void client.invalidateQueries({ queryKey: ['queue'] })
          }}
        />
      )}
    </main>
  )
}
