import type { PersonStory } from '@an-sinh/contract'
import { TextField } from '@an-sinh/ui'
import { useState } from 'react'
import { useSending } from '../shared/use-sending.ts'
import { AskingPanel } from './asking-panel.tsx'
import { StoryView } from './story-view.tsx'
import { openPersonStory } from './support-calls.ts'
import { supportMessages } from './support-messages.ts'

/** Somebody on the telephone: two facts that they tell open their story, and they read later that it was opened. */
export const StoryPanel = ({ firstFact }: { readonly firstFact: string }) => {
  const say = supportMessages.useSay()
  const [who, setWho] = useState(firstFact)
  const [proof, setProof] = useState('')
  const [story, setStory] = useState<PersonStory | null>(null)
  const { run, ...sending } = useSending()
  const find = (): void => {
    // Four digits are the end of a phone number; everything else is a birth date.
    const isTail = /^\s*\d{4}\s*$/u.test(proof)
    const facts = { who, bornOn: isTail || proof.trim() === '' ? null : proof.trim().slice(0, 10), phoneTail: isTail ? proof.trim() : null }
    void run(async () => {
      setStory(null)
      setStory(await openPersonStory({ reason: 'on-the-line', reference: '', ...facts }))
    })
  }
  return (
    <AskingPanel
      id="story-panel"
      title={say('storyTitle')}
      lead={say('storyLead')}
      fields={
        <>
          <TextField name="who" label={say('who')} hint={say('whoHint')} maxLength={60} value={who} onChange={setWho} />
          <TextField
            name="proof"
            label={say('proof')}
            hint={say('proofHint')}
            width="short"
            maxLength={12}
            value={proof}
            onChange={setProof}
          />
        </>
      }
      command={say('storyOpen')}
      sending={sending}
      onAsk={find}
    >
      {story === null ? null : <StoryView story={story} />}
    </AskingPanel>
  )
}
