import type { Case, RegisterPerson } from '@an-sinh/contract'
import { CommandButton } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { formatCivilDate } from '../shared/format-instant.ts'
import { useKeys } from '../shared/keyboard.ts'
import { useOnlyReads } from '../shared/only-reads.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { CandidatePicker } from './candidate-picker.tsx'
import { CaseHead } from './case-head.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { PaperCommands } from './paper-commands.tsx'
import { registrationMessages } from './registration-messages.ts'

export type CaseViewProps = {
  readonly shown: Case
  readonly person: RegisterPerson | null
  readonly onChoosePerson: (personId: number) => void
  readonly onBack: () => void
  /** To the case that comes next in the queue; null when there is none. */
  readonly onNext: (() => void) | null
  readonly onCase: (after: Case) => void
  readonly onReload: () => void
  readonly photos: ReactNode
  readonly commands: ReactNode
  readonly hints: ReactNode
  readonly decision: ReactNode
}

const MAY_EXTEND: readonly Case['state'][] = ['awaiting-visit', 'expired']

type Commands = { readonly onExtend: (() => void) | null; readonly onHistory: () => void; readonly onNext: (() => void) | null }

const CaseCommands = ({ onExtend, onHistory, onNext }: Commands) => {
  const say = registrationMessages.useSay()
  return (
    <>
      {onExtend === null ? null : (
        <CommandButton icon="clock" keyHint="G" onPress={onExtend}>
          {say('extend')}
        </CommandButton>
      )}
      <CommandButton icon="history" keyHint="H" onPress={onHistory}>
        {say('history')}
      </CommandButton>
      {onNext === null ? null : (
        <CommandButton keyHint="J" onPress={onNext}>
          {say('next')}
        </CommandButton>
      )}
    </>
  )
}

/** Which dialog is open, what was just done, and what went wrong. */
const useSteps = (onCase: (after: Case) => void, onReload: () => void) => {
  const say = registrationMessages.useSay()
  const [open, setOpen] = useState<'history' | 'extend' | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const [reason, setReason] = useState(say('reasonDefault'))
  const [problem, setProblem] = useState<unknown>(null)
  const done = (after: Case, sentence: string): void => {
    setOpen(null)
    setProblem(null)
    setTold(sentence)
    onCase(after)
  }
  const failed = (error: unknown): void => {
    setProblem(error)
    onReload()
  }
  const extended = (after: Case): void => {
    setReason(say('reasonDefault'))
    done(after, say('extended', { date: formatCivilDate(after.dueOn ?? '') }))
  }
  return { open, setOpen, told, reason, setReason, problem, done, failed, extended }
}

/** Declared, register and photos side by side; checks and decision below; everything on one screen of a desk. */
export const CaseView = ({
  shown,
  person,
  onChoosePerson,
  onBack,
  onNext,
  onCase,
  onReload,
  photos,
  commands,
  hints,
  decision,
}: CaseViewProps) => {
  const say = registrationMessages.useSay()
  const steps = useSteps(onCase, onReload)
  const { open, setOpen, told, problem } = steps
  const onlyReads = useOnlyReads()
  const mayExtend = !onlyReads && MAY_EXTEND.includes(shown.state)
  useKeys({
    h: () => setOpen('history'),
    q: onBack,
    ...(mayExtend ? { g: () => setOpen('extend') } : {}),
    ...(onNext === null ? {} : { j: onNext }),
  })
  const close = (): void => setOpen(null)
  return (
    <>
      <CaseHead shown={shown} told={told} onBack={onBack}>
        {onlyReads ? null : (
          <PaperCommands shown={shown} onReceived={(after) => steps.done(after, say('received'))} onProblem={steps.failed} />
        )}
        {commands}
        <CaseCommands onExtend={mayExtend ? () => setOpen('extend') : null} onHistory={() => setOpen('history')} onNext={onNext} />
      </CaseHead>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <div className="case-columns">
        <section className="case-compare" aria-labelledby="compare-title">
          <h2 id="compare-title" className="visually-hidden">
            {say('compare')}
          </h2>
          <CandidatePicker persons={shown.persons} chosen={person} onChoose={onChoosePerson} />
          <ComparisonTable shown={shown} person={person} />
          {hints}
        </section>
        {photos}
        {decision}
      </div>
      {open === 'history' ? <HistoryDialog shown={shown} onClose={close} /> : null}
      {open === 'extend' ? (
        <ExtendDialog shown={shown} reason={steps.reason} onReason={steps.setReason} onClose={close} onExtended={steps.extended} />
      ) : null}
    </>
  )
}
