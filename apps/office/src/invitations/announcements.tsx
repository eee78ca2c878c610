import type { SheetFacts } from '@an-sinh/contract'
import { CommandButton, fillText } from '@an-sinh/ui'
import { useState } from 'react'
import texts from './announcements.json' with { type: 'json' }
import { invitationMessages } from './invitation-messages.ts'

const LENGTHS = ['zalo', 'email', 'board'] as const
const LANGUAGES = ['vi', 'en'] as const

const Announcement = ({ label, lang, text }: { readonly label: string; readonly lang: 'vi' | 'en'; readonly text: string }) => {
  const say = invitationMessages.useSay()
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      // A browser that forbids it: the text stands there to be marked.
      setCopied(false)
    }
  }
  return (
    <section className="field">
      <h3>{label}</h3>
      <blockquote className="sample-text" lang={lang}>
        {text}
      </blockquote>
      <CommandButton onPress={() => void copy()}>{say('copy')}</CommandButton> <output>{copied ? say('copied') : ''}</output>
    </section>
  )
}

/** Texts to send on by oneself, in three lengths and two languages, with the employer's name and its office in them. */
export const Announcements = ({ facts }: { readonly facts: SheetFacts }) => {
  const say = invitationMessages.useSay()
  const values = {
    employer: facts.employerName,
    office: facts.office.name,
    officeAddress: facts.office.address,
    hours: facts.office.hours,
    address: facts.address,
    hotline: facts.hotline,
  }
  return (
    <>
      {LENGTHS.flatMap((length) =>
        LANGUAGES.map((language) => (
          <Announcement
            key={`${length} ${language}`}
            label={say(`text-${length}-${language}`)}
            lang={language}
            text={fillText(texts[language][length].join('\n'), values)}
          />
        )),
      )}
    </>
  )
}
