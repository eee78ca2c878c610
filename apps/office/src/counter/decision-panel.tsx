import type { Case, Staff } from '@an-sinh/contract'
import { CommandButton } from '@an-sinh/ui'
import { useKeys } from '../shared/keyboard.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { EMPTY_DRAFT, isStale, rebaseDraft } from './case-draft.ts'
import { ChecklistPanel } from './checklist-panel.tsx'
import { counterMessages } from './counter-messages.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { ObstacleNotice, StaleNotice } from './desk-notices.tsx'
import { useDesk } from './use-desk.ts'

export type DecisionPanelProps = {
  readonly shown: Case
  readonly role: Staff['role']
  readonly undoSeconds: number
  readonly fieldName: (field: string) => string
  readonly onCase: (after: Case) => void
  /** The case has changed under the clerk's hands: load it again. */
  readonly onReload: () => void
}

/** The checklist and the three ways to decide, with their keys. */
export const DecisionPanel = (props: DecisionPanelProps) => {
  const { shown, undoSeconds, fieldName } = props
  const say = counterMessages.useSay()
  const desk = useDesk(props)
  const { draft, changeDraft, open, obstacles, conflict, ask } = desk
  useKeys({ a: () => ask('approve'), t: () => ask('return'), c: () => ask('refuse'), 'ctrl+enter': () => ask('approve') })
  return (
    <div className="decision">
      <ChecklistPanel shown={shown} draft={draft} onChange={changeDraft} />
      <section className="decide" aria-label={say('decide')}>
        {conflict === null ? null : <ProblemNotice error={conflict} />}
        {isStale(draft, shown) ? (
          <StaleNotice
            onKeep={() => changeDraft((before) => rebaseDraft(before, shown.version))}
            onDrop={() => changeDraft(() => EMPTY_DRAFT)}
          />
        ) : null}
        <ObstacleNotice shown={shown} obstacles={obstacles} fieldName={fieldName} />
        <div className="decide-row">
          <CommandButton kind="main" keyHint="A" onPress={() => ask('approve')}>
            {say('approve')}
          </CommandButton>
          <CommandButton keyHint="T" onPress={() => ask('return')}>
            {say('return')}
          </CommandButton>
          <CommandButton kind="danger" keyHint="C" onPress={() => ask('refuse')}>
            {say('refuse')}
          </CommandButton>
        </div>
      </section>
      {open === null ? null : (
        <DecisionDialog
          key={open.decisionId}
          {...open}
          shown={shown}
          draft={draft}
          undoSeconds={undoSeconds}
          onChange={changeDraft}
          onClose={desk.close}
          onDecided={(after) => desk.decided(open.kind, after)}
          onLookAgain={desk.lookAgain}
        />
      )}
    </div>
  )
}
