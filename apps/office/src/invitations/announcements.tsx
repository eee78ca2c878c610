import type { SheetFacts } from '@an-sinh/contract'
import { CommandButton, fillText, useLanguage } from '@an-sinh/ui'
import { useState } from 'react'
import texts from './announcements.json' with { type: 'json' }
import { invitationMessages } from './invitation-messages.ts'

const LENGTHS = ['zalo', 'email', 'board'] as const

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

/** Texts to send on by oneself, in three lengths, with the employer's name and its office in them; those of the other language wait folded. */
export const Announcements = ({ facts }: { readonly facts: SheetFacts }) => {
  const say = invitationMessages.useSay()
  const { language } = useLanguage()
  const values = {
    employer: facts.employerName,
    office: facts.office.name,
    officeAddress: facts.office.address,
    hours: facts.office.hours,
    address: facts.address,
    hotline: facts.hotline,
  }
  const list = (lang: 'vi' | 'en') =>
    LENGTHS.map((length) => (
      <Announcement
        key={`${length} ${lang}`}
        label={say(`text-${length}-${lang}`)}
        lang={lang}
        text={fillText(texts[lang][length].join('\n'), values)}
      />
    ))
  return (
    <>
      {list(language)}
      <details>
        <summary>{say('otherTexts')}</summary>
        {list(language === 'vi' ? 'en' : 'vi')}
      </details>
    </>
  )
}
