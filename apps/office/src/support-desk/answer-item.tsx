import type { ReadyAnswer } from '@an-sinh/contract'
import { CommandButton, Notice, TextAreaField, useLanguage } from '@an-sinh/ui'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { useSending } from '../shared/use-sending.ts'
import { proposeWording } from './support-calls.ts'
import { supportMessages } from './support-messages.ts'

const Proposal = ({ answer }: { readonly answer: ReadyAnswer }) => {
  const say = supportMessages.useSay()
  const { language } = useLanguage()
  const [words, setWords] = useState(answer.words[language])
  const [sent, setSent] = useState(false)
  const { waiting, problem, run } = useSending()
  if (sent) return <Notice kind="good" live title={say('proposed')} />
  return (
    <>
      <TextAreaField name={`words-${answer.code}`} label={say('proposal')} maxLength={2000} rows={5} value={words} onChange={setWords} />
      {problem === null ? null : <ProblemNotice error={problem} />}
      <CommandButton
        busy={waiting}
        onPress={() =>
          void run(async () => {
            await proposeWording(answer.code, words)
            setSent(true)
          })
        }
      >
        {say('propose')}
      </CommandButton>
    </>
  )
}

/** One ready answer: copied with one press, or proposed in better words. */
export const AnswerItem = ({ answer }: { readonly answer: ReadyAnswer }) => {
  const say = supportMessages.useSay()
  const { language } = useLanguage()
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(answer.words[language])
    setCopied(true)
  }
  return (
    <article className="ready-answer" aria-labelledby={`answer-${answer.code}`}>
      <h3 id={`answer-${answer.code}`}>{answer.sentence[language]}</h3>
      {answer.article === null ? null : <p className="small">{answer.article.title[language]}</p>}
      <p className="ready-words">{answer.words[language]}</p>
      <CommandButton onPress={() => void copy()}>{copied ? say('copied') : say('copy')}</CommandButton>
      <details>
        <summary>{say('propose')}</summary>
        <Proposal answer={answer} />
      </details>
    </article>
  )
}
