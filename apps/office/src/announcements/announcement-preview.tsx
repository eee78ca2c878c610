import { CommandButton, Notice } from '@an-sinh/ui'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { useSending } from '../shared/use-sending.ts'
import type { Planned } from './announcement-form.tsx'
import { announcementMessages } from './announcement-messages.ts'
import { type Order, sendAnnouncement, testAnnouncement } from './announcement-requests.ts'

/** The message as a phone shows it, in one language. */
const Phone = ({ order, language }: { readonly order: Order; readonly language: 'vi' | 'en' }) => {
  const say = announcementMessages.useSay()
  return (
    <article className="phone" lang={language}>
      <p className="small">{say('phoneFrom')}</p>
      <h3>{order.title[language]}</h3>
      {order.words[language]
        .split(/\n+/u)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
    </article>
  )
}

const Facts = ({ preview }: Pick<Planned, 'preview'>) => {
  const say = announcementMessages.useSay()
  const { segmentName: name, people, more, minutes, quiet, fourEyes, sms, smsBudget } = preview
  return (
    <>
      <p>
        <strong>{say(more ? 'peopleMore' : 'people', { name, count: people.toLocaleString('vi-VN'), minutes })}</strong>
      </p>
      {quiet ? <Notice title={say('quiet')} /> : null}
      {fourEyes ? <Notice title={say('fourEyes')} /> : null}
      {sms === null ? null : <p className="report-words">{say('smsNote', { count: smsBudget.toLocaleString('vi-VN'), text: sms })}</p>}
    </>
  )
}

type Props = { readonly planned: Planned; readonly onDone: () => void; readonly onBack: () => void }

/** What would leave, to how many, and how it looks. The id is made once: pressed twice it is sent once. */
export const AnnouncementPreview = ({ planned, onDone, onBack }: Props) => {
  const say = announcementMessages.useSay()
  const { order, preview } = planned
  const [announcementId] = useState(() => crypto.randomUUID())
  const [tested, setTested] = useState(false)
  const { waiting, problem, run } = useSending()
  const test = (): void =>
    void run(async () => {
      await testAnnouncement({ testId: crypto.randomUUID(), title: order.title, words: order.words })
      setTested(true)
    })
  return (
    <section aria-labelledby="preview-title">
      <h2 id="preview-title">{say('previewTitle')}</h2>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <Facts preview={preview} />
      <h3>{say('phone')}</h3>
      <div className="phones">
        <Phone order={order} language="vi" />
        <Phone order={order} language="en" />
      </div>
      <output className="block">{tested ? say('tested') : ''}</output>
      <div className="button-row">
        <CommandButton
          kind="main"
          busy={waiting}
          onPress={() => void run(async () => sendAnnouncement({ announcementId, ...order }).then(onDone))}
        >
          {say(preview.fourEyes ? 'askSend' : 'send')}
        </CommandButton>
        <CommandButton busy={waiting} onPress={test}>
          {say('test')}
        </CommandButton>
        <CommandButton kind="plain" onPress={onBack}>
          {say('back')}
        </CommandButton>
      </div>
    </section>
  )
}
