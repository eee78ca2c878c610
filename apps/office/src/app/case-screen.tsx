import type { Case, Staff } from '@an-sinh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { choosePerson, chosenPerson, DecisionPanel, isMarked, isStale, rebaseDraft, useCaseDraft } from '../counter/index.tsx'
import { PhotoPanel } from '../documents/index.tsx'
import { CaseSignalsStrip } from '../fraud/index.tsx'
import { CaseHints } from '../hints/index.tsx'
import { PaperCommand } from '../papers/index.tsx'
import { type QueueName, useNextInQueue } from '../queues/index.tsx'
import { CasePage, DecidedPanel, isDecided, loadAhead, registrationMessages, useCase } from '../registrations/index.tsx'
import { OnlyReadsNotice, useOnlyReads } from '../shared/only-reads.tsx'
import type { ScannedCard } from '../shared/scanned-card.ts'
import { useSettings } from '../shared/use-settings.ts'

const DEFAULT_UNDO_SECONDS = 20

type Props = {
  readonly registrationId: string
  readonly staff: Staff
  /** Where the clerk came from, and goes on. */
  readonly queue: QueueName
  readonly onBack: () => void
  readonly onOpen: (registrationId: string) => void
  readonly onReview: (registrationId: string) => void
  /** The card that was scanned is somebody else's. */
  readonly onOtherPerson: (card: ScannedCard) => void
}

/** Once this case is as good as decided the next one is loaded: not before, since every look is a line in somebody's audit. */
const useLoadAhead = (next: string | null, ready: boolean): void => {
  const client = useQueryClient()
  useEffect(() => {
    if (ready && next !== null) void loadAhead(client, next)
  }, [client, next, ready])
}

/** Puts the case, its photos and its decision together: the features themselves do not know each other. */
export const CaseScreen = ({ registrationId, staff, queue, onBack, onOpen, onReview, onOtherPerson }: Props) => {
  const say = registrationMessages.useSay()
  const onlyReads = useOnlyReads()
  const [draft, changeDraft] = useCaseDraft(registrationId)
  const undoSeconds = useSettings()?.undoSeconds ?? DEFAULT_UNDO_SECONDS
  const found = useCase(registrationId)
  const { shown, reload } = found
  const next = useNextInQueue(queue, registrationId)
  useLoadAhead(next, shown !== undefined && (isDecided(shown) || isMarked(draft, shown)))
  // A step of one's own moves the version on: the marks made before it still hold.
  const keep = (after: Case): void => {
    if (shown !== undefined && !isStale(draft, shown)) changeDraft((before) => rebaseDraft(before, after.version))
    found.keep(after)
  }
  const fieldName = (field: string): string => (registrationMessages.has(field) ? say(field) : field)
  const decision =
    shown === undefined ? null : isDecided(shown) ? (
      <DecidedPanel shown={shown} />
    ) : onlyReads ? (
      <OnlyReadsNotice />
    ) : (
      <DecisionPanel shown={shown} role={staff.role} undoSeconds={undoSeconds} fieldName={fieldName} onCase={keep} onReload={reload} />
    )
  return (
    <CasePage
      registrationId={registrationId}
      found={{ ...found, keep }}
      person={shown === undefined ? null : chosenPerson(draft, shown)}
      onChoosePerson={(personId) => {
        if (shown !== undefined) changeDraft((before) => choosePerson(before, shown.version, personId))
      }}
      onBack={onBack}
      onNext={next === null ? null : () => onOpen(next)}
      photos={shown === undefined ? null : <PhotoPanel shown={shown} />}
      commands={shown === undefined || onlyReads ? null : <PaperCommand shown={shown} onChanged={reload} />}
      hints={shown === undefined ? null : <CaseHints shown={shown} onOtherPerson={onOtherPerson} />}
      decision={
        <>
          {shown === undefined ? null : <CaseSignalsStrip shown={shown} role={staff.role} onReload={reload} onReview={onReview} />}
          {decision}
        </>
      }
    />
  )
}
