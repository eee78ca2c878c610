import type { ErrorStory } from '@an-sinh/contract'
import { CommandButton, Facts, Notice, TextField, useLanguage } from '@an-sinh/ui'
import { useState } from 'react'
import { formatInstant } from '../shared/format-instant.ts'
import { useSending } from '../shared/use-sending.ts'
import { AnswerItem } from './answer-item.tsx'
import { AskingPanel } from './asking-panel.tsx'
import { openErrorStory } from './support-calls.ts'
import { supportMessages } from './support-messages.ts'

type Props = { readonly onStory: (errorId: string) => void }
/** `given`: an id that a ticket's link brought along. */
type PanelProps = Props & { readonly given: string }

const ErrorFacts = ({ story, onStory }: Props & { readonly story: ErrorStory }) => {
  const say = supportMessages.useSay()
  const { language } = useLanguage()
  const { answered, asked, screen, appVersion, surface } = story
  const askedBy = `by-${story.askedBy}`
  const surfaceName = (name: string | null): string | null => {
    const key = `surface-${name ?? ''}`
    return supportMessages.has(key) ? say(key) : name
  }
  return (
    <section aria-labelledby="error-found">
      <Notice kind="error" title={answered.sentence[language]} live>
        <p>{answered.nextStep[language]}</p>
      </Notice>
      <h3 id="error-found">{say('errorFound', { id: story.errorId })}</h3>
      <Facts
        facts={[
          { label: say('errorAt'), value: formatInstant(story.at) },
          {
            label: say('errorBy'),
            value: story.origin === 'app' ? say('origin-app') : supportMessages.has(askedBy) ? say(askedBy) : story.askedBy,
          },
          { label: say('errorScreen'), value: screen },
          {
            label: say('errorAsked'),
            value: asked === null ? null : language === 'vi' ? asked.operationId : `${asked.operationId}: ${asked.summary}`,
          },
          { label: say('errorCode'), value: answered.status === 0 ? answered.code : `${answered.code} (${answered.status})` },
          { label: say('errorTryAgain'), value: answered.tryAgainAt === null ? null : formatInstant(answered.tryAgainAt) },
          { label: say('errorApp'), value: [surfaceName(surface), appVersion].filter((part) => part !== null).join(' · ') || null },
        ]}
      />
      {story.linked ? (
        <>
          <p>{say('errorLinked')}</p>
          <CommandButton onPress={() => onStory(story.errorId)}>{say('errorToStory')}</CommandButton>
        </>
      ) : null}
      {story.ready === null ? null : <AnswerItem answer={story.ready} />}
    </section>
  )
}

/** The id below an error notice, typed or scanned → what was asked, what was answered, what to do. */
export const ErrorPanel = ({ onStory, given }: PanelProps) => {
  const say = supportMessages.useSay()
  const [id, setId] = useState(given)
  const [story, setStory] = useState<ErrorStory | null>(null)
  const { run, ...sending } = useSending()
  const find = (): void => {
    if (id.trim() !== '') void run(async () => setStory(await openErrorStory(id)))
  }
  return (
    <AskingPanel
      id="error-panel"
      title={say('errorTitle')}
      fields={
        <TextField
          name="errorId"
          label={say('errorId')}
          hint={say('errorIdHint')}
          width="short"
          maxLength={40}
          value={id}
          onChange={setId}
        />
      }
      command={say('errorFind')}
      sending={sending}
      onAsk={find}
    >
      {story === null || sending.problem !== null ? null : <ErrorFacts story={story} onStory={onStory} />}
    </AskingPanel>
  )
}
