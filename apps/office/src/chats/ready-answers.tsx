import type { DeskChat, ReadyAnswer, searchReadyAnswersRoute } from '@an-sinh/contract'
import { CommandButton, TextField } from '@an-sinh/ui'
import { useState } from 'react'
import { callApi } from '../shared/call-api.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { chatMessages } from './chat-messages.ts'

const SHOWN_MOST = 5

type Props = { readonly chatId: string; readonly language: DeskChat['language']; readonly onInsert: (words: string) => void }

/** Ready answers by code or by words, in the asker's language; one press puts one into the box, where it can still be changed. */
export const ReadyAnswers = ({ chatId, language, onInsert }: Props) => {
  const say = chatMessages.useSay()
  const [asked, setAsked] = useState('')
  const [answers, setAnswers] = useState<readonly ReadyAnswer[] | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const find = (): void => {
    setProblem(null)
    callApi<typeof searchReadyAnswersRoute>('POST', '/api/support/ready-answer-searches', { body: { asked, language } })
      .then(({ answers: found }) => setAnswers(found.slice(0, SHOWN_MOST)))
      .catch(setProblem)
  }
  return (
    <details>
      <summary>{say('ready')}</summary>
      <div className="row">
        <TextField name={`ready-${chatId}`} label={say('readyAsked')} maxLength={200} width="medium" value={asked} onChange={setAsked} />
        <CommandButton onPress={find}>{say('readyFind')}</CommandButton>
      </div>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <output>{answers?.length === 0 ? say('readyNone') : null}</output>
      <ul className="chat-ready">
        {answers?.map((answer) => (
          <li key={answer.code}>
            <p className="small">{answer.words[language]}</p>
            <CommandButton kind="plain" onPress={() => onInsert(answer.words[language])}>
              {say('readyInsert', { code: answer.code })}
            </CommandButton>
          </li>
        ))}
      </ul>
    </details>
  )
}
