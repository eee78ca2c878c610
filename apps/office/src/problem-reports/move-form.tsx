import type { ProblemReport } from '@an-sinh/contract'
import { type Department, DEPARTMENT_NAMES, DEPARTMENTS } from '@an-sinh/domain'
import { CommandButton, TextAreaField, useLanguage } from '@an-sinh/ui'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { SelectField } from '../shared/select-field.tsx'
import { Colleagues } from './colleagues.tsx'
import { type Move, moveReport } from './report-calls.ts'
import { reportMessages } from './report-messages.ts'

type Props = { readonly report: ProblemReport; readonly onMoved: (after: ProblemReport, move: Move['move']) => void }
type More = Pick<Partial<Move>, 'to' | 'assigneeId'>
const WORDLESS: readonly Move['move'][] = ['assign', 'mark']

const useMove = ({ report, onMoved }: Props) => {
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const move = (to: Move['move'], more: More = {}): void => {
    const isMissing = !WORDLESS.includes(to) && words.trim() === ''
    setMissing(isMissing)
    if (busy || isMissing) return
    setBusy(true)
    setProblem(null)
    moveReport(report.reportId, { version: report.version, move: to, words: WORDLESS.includes(to) ? '' : words, ...more })
      .then((after) => {
        if (!WORDLESS.includes(to)) setWords('')
        return onMoved(after, to)
      })
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return { words, setWords, missing, busy, problem, move }
}

/** To which of the other departments. */
const Forward = ({
  report,
  busy,
  onForward,
}: {
  readonly report: ProblemReport
  readonly busy: boolean
  readonly onForward: (to: Department) => void
}) => {
  const say = reportMessages.useSay()
  const { language } = useLanguage()
  const others = DEPARTMENT_NAMES.filter((name) => name !== report.department)
  const [to, setTo] = useState<Department>(others[0] ?? report.department)
  return (
    <div className="row">
      <SelectField
        name="to"
        label={say('forwardTo')}
        options={others.map((name) => [name, DEPARTMENTS[name][language]])}
        value={to}
        onChange={(value) => setTo(others.find((name) => name === value) ?? to)}
      />
      <CommandButton busy={busy} onPress={() => onForward(to)}>
        {say('forward')}
      </CommandButton>
    </div>
  )
}

/** The answer goes to the asker as it stands; a note stays inside; who forwards says why. */
export const MoveForm = ({ report, onMoved }: Props) => {
  const say = reportMessages.useSay()
  const { words, setWords, missing, busy, problem, move } = useMove({ report, onMoved })
  return (
    <section aria-labelledby="report-move">
      <h2 id="report-move">{say('next')}</h2>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextAreaField
        name="words"
        label={say('words')}
        hint={say('wordsHint')}
        error={missing ? say('wordsMissing') : undefined}
        maxLength={4000}
        value={words}
        onChange={setWords}
      />
      <div className="row">
        {report.state === 'open' ? (
          <>
            <CommandButton kind="main" busy={busy} onPress={() => move('answer')}>
              {say('answer')}
            </CommandButton>
            {report.assignee?.mine === true ? null : (
              <CommandButton busy={busy} onPress={() => move('assign')}>
                {say('assign')}
              </CommandButton>
            )}
          </>
        ) : (
          <CommandButton busy={busy} onPress={() => move('reopen')}>
            {say('reopen')}
          </CommandButton>
        )}
        <CommandButton kind="plain" busy={busy} onPress={() => move('note')}>
          {say('note')}
        </CommandButton>
        {report.abusive || report.askerKind === 'clerk' ? null : (
          <CommandButton kind="plain" busy={busy} onPress={() => move('mark')}>
            {say('mark')}
          </CommandButton>
        )}
      </div>
      {report.state === 'open' ? (
        <>
          <Forward report={report} busy={busy} onForward={(to) => move('forward', { to })} />
          <Colleagues report={report} busy={busy} onGive={(assigneeId) => move('assign', { assigneeId })} />
        </>
      ) : null}
    </section>
  )
}
