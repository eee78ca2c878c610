import { useState } from 'react'
import { usePageTitle } from '../shared/use-page-title.ts'
import { AnswersPanel } from './answers-panel.tsx'
import { ErrorPanel } from './error-panel.tsx'
import { StoryPanel } from './story-panel.tsx'
import { supportMessages } from './support-messages.ts'

type Props = { readonly given: string; readonly answerTo: string; readonly mayInspect: boolean; readonly onLooks: () => void }

/** What a helper reaches for while somebody talks: the error that was read out, how it stands with the caller, and what to answer. */
export const SupportDeskPage = ({ given, answerTo, mayInspect, onLooks }: Props) => {
  const say = supportMessages.useSay()
  usePageTitle(say('title'))
  const [errorId, setErrorId] = useState('')
  return (
    <main id="main" className="page account-page desk-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      {mayInspect ? (
        <p>
          <button type="button" className="button-plain" onClick={onLooks}>
            {say('looks')}
          </button>
        </p>
      ) : null}
      <ErrorPanel given={given} onStory={setErrorId} />
      <StoryPanel key={errorId} firstFact={errorId} />
      <AnswersPanel given={answerTo} />
    </main>
  )
}
