import type { Case } from '@an-sinh/contract'
import { CommandButton, Notice, useLanguage } from '@an-sinh/ui'
import { useState } from 'react'
import { problemCode, type ProblemCode } from '../shared/api-problem.ts'
import { Dialog } from '../shared/dialog.tsx'
import { formatCivilDate } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { type CaseDraft, chosenPerson, type DecisionKind, DOCUMENT_KIND_ITEM, toggleReason } from './case-draft.ts'
import { counterMessages } from './counter-messages.ts'
import { type Decision, decideCase } from './counter-requests.ts'
import { DecisionPreview } from './decision-preview.tsx'
import { ReasonPicker } from './reason-picker.tsx'

/** The case is not what the screen shows any more: look again before deciding. */
const LOOK_AGAIN: readonly ProblemCode[] = [
  'version-conflict',
  'case-decided',
  'move-not-allowed',
  'case-locked',
  'case-expired',
  'case-elsewhere',
]

const TITLES = { approve: 'confirmApprove', return: 'confirmReturn', refuse: 'confirmRefuse' } as const

const Approved = ({ shown, draft }: { readonly shown: Case; readonly draft: CaseDraft }) => {
  const say = counterMessages.useSay()
  const { language } = useLanguage()
  const person = chosenPerson(draft, shown)
  const kind = shown.documentKinds.find((other) => other.code === draft.documentKind)
  return (
    <>
      {person === null ? null : (
        <p>{say('approvePerson', { name: person.fullName, number: person.insuranceNumber, bornOn: formatCivilDate(person.bornOn) })}</p>
      )}
      {kind === undefined ? null : <p>{say('approveDocument', { kind: kind.label[language] })}</p>}
      {person?.accountState === null || person?.accountState === undefined ? null : <Notice kind="warning" title={say('hasAccount')} />}
    </>
  )
}

export type DecisionDialogProps = {
  readonly shown: Case
  readonly draft: CaseDraft
  readonly kind: DecisionKind
  readonly decisionId: string
  readonly undoSeconds: number
  readonly onChange: (how: (draft: CaseDraft) => CaseDraft) => void
  readonly onClose: () => void
  readonly onDecided: (after: Case) => void
  readonly onLookAgain: (error: unknown) => void
}

const makeDecision = ({ shown, draft, kind, decisionId }: DecisionDialogProps, codes: readonly string[]): Decision => {
  const isPassed = (code: string): boolean => draft.marks[code] === true || (code === DOCUMENT_KIND_ITEM && draft.documentKind !== null)
  return {
    decisionId,
    version: shown.version,
    kind,
    personId: chosenPerson(draft, shown)?.personId ?? null,
    documentKind: draft.documentKind,
    checklist: shown.checklist.map((item) => item.code).filter(isPassed),
    reasonCodes: [...codes],
  }
}

/** Reasons → review → sent; an approval has no reasons and begins at the review. */
const useDecision = (props: DecisionDialogProps, codes: readonly string[]) => {
  const [confirming, setConfirming] = useState(props.kind === 'approve')
  const [asked, setAsked] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const isReasonMissing = props.kind !== 'approve' && codes.length === 0
  const send = async (): Promise<void> => {
    setWaiting(true)
    setProblem(null)
    try {
      props.onDecided(await decideCase(props.shown.registrationId, makeDecision(props, codes)))
    } catch (error) {
      if (LOOK_AGAIN.includes(problemCode(error))) props.onLookAgain(error)
      else setProblem(error)
      setWaiting(false)
    }
  }
  const goOn = (): void => {
    setAsked(true)
    if (waiting || isReasonMissing) return
    if (confirming) void send()
    else setConfirming(true)
  }
  return { confirming, back: () => setConfirming(false), tellReason: asked && isReasonMissing, waiting, problem, goOn }
}

/** Reasons first where there are any, then everything the applicant gets, then one confirmation. */
export const DecisionDialog = (props: DecisionDialogProps) => {
  const { shown, draft, kind, undoSeconds, onChange, onClose } = props
  const say = counterMessages.useSay()
  const common = sharedMessages.useSay()
  const offered = kind === 'approve' ? [] : shown.reasons.filter((reason) => reason.for === kind)
  const chosen = kind === 'approve' ? [] : draft.reasons[kind]
  const reasons = offered.filter((reason) => chosen.includes(reason.code))
  const codes = reasons.map((reason) => reason.code)
  const { confirming, back, tellReason, waiting, problem, goOn } = useDecision(props, codes)
  return (
    <Dialog
      title={say(TITLES[kind], { name: shown.declared.fullName })}
      onClose={onClose}
      wide
      firstField="reason-filter"
      keys={{ 'ctrl+enter': goOn }}
    >
      {problem === null ? null : <ProblemNotice error={problem} />}
      {tellReason ? <Notice kind="error" live title={say('reasonMissing')} /> : null}
      {kind === 'approve' ? <Approved shown={shown} draft={draft} /> : null}
      <div className={confirming ? undefined : 'decide-columns'}>
        {confirming || kind === 'approve' ? null : (
          <ReasonPicker
            reasons={offered}
            chosen={codes}
            marks={draft.marks}
            onToggle={(code) => onChange((before) => toggleReason(before, shown.version, kind, code))}
          />
        )}
        {kind !== 'approve' && codes.length === 0 ? (
          <p className="quiet">{say('previewEmpty')}</p>
        ) : (
          <DecisionPreview shown={shown} kind={kind} reasons={reasons} />
        )}
      </div>
      <p className="small">{say('undoNote', { seconds: undoSeconds })}</p>
      <div className="button-row">
        <CommandButton kind={confirming && kind === 'refuse' ? 'danger' : 'main'} onPress={goOn} busy={waiting} keyHint="Control+Enter">
          {waiting ? common('sending') : say(confirming ? 'confirmSend' : 'toConfirm')}
        </CommandButton>
        {confirming && kind !== 'approve' ? <CommandButton onPress={back}>{say('changeReasons')}</CommandButton> : null}
        <CommandButton kind="plain" onPress={onClose} keyHint="Escape">
          {common('cancel')}
        </CommandButton>
      </div>
    </Dialog>
  )
}
