import type { ProblemReport } from '@an-sinh/contract'
import { type Department, DEPARTMENTS } from '@an-sinh/domain'
import { CommandButton, TextAreaField, useLanguage } from '@an-sinh/ui'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { type Move, moveReport } from './report-calls.ts'
import { reportMessages } from './report-messages.ts'

type Props = { readonly report: ProblemReport; readonly onMoved: (after: ProblemReport, move: Move['move']) => void }

const useMove = ({ report, onMoved }: Props) => {
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const other: Department = report.department === 'collection' ? 'communication' : 'collection'
  const move = (to: Move['move']): void => {
    const isMissing = to !== 'assign' && words.trim() === ''
    setMissing(isMissing)
    if (busy || isMissing) return
    setBusy(true)
    setProblem(null)
    moveReport(report.reportId, { version: report.version, move: to, words, ...(to === 'forward' ? { to: other } : {}) })
      .then((after) => {
        setWords('')
        return onMoved(after, to)
      })
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return { words, setWords, missing, busy, problem, other, move }
}

/** The answer goes to the employer as it stands; a note stays inside; who forwards says why. */
export const MoveForm = ({ report, onMoved }: Props) => {
  const say = reportMessages.useSay()
  const { language } = useLanguage()
  const { words, setWords, missing, busy, problem, other, move } = useMove({ report, onMoved })
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
            <CommandButton busy={busy} onPress={() => move('forward')}>
              {say('forward', { department: DEPARTMENTS[other][language] })}
            </CommandButton>
          </>
        ) : (
          <CommandButton busy={busy} onPress={() => move('reopen')}>
            {say('reopen')}
          </CommandButton>
        )}
        <CommandButton kind="plain" busy={busy} onPress={() => move('note')}>
          {say('note')}
        </CommandButton>
      </div>
    </section>
  )
}
