import type { Announcement } from '@an-sinh/contract'
import { CommandButton, ConfirmDialog, Tag, TextAreaField, type Tone, useLanguage } from '@an-sinh/ui'
import { useState } from 'react'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { useSending } from '../shared/use-sending.ts'
import { announcementMessages } from './announcement-messages.ts'
import { decideAnnouncement, stopAnnouncement } from './announcement-requests.ts'

const TONES: Readonly<Record<Announcement['state'], Tone>> = {
  waiting: 'note',
  sending: 'note',
  sent: 'good',
  stopped: 'warn',
  refused: 'quiet',
}
type Props = { readonly one: Announcement; readonly onChanged: () => void; readonly onCorrect: (one: Announcement) => void }

const Story = ({ one }: Pick<Props, 'one'>) => {
  const say = announcementMessages.useSay()
  const { decidedBy, decidedAt, decidedReason, state } = one
  const decided =
    decidedBy === null || decidedAt === null
      ? ''
      : say(state === 'refused' ? 'refusedBy' : 'decided', { name: decidedBy, at: formatInstant(decidedAt), reason: decidedReason ?? '' })
  return (
    <p className="small">
      {say('by', { name: one.staffName, at: formatInstant(one.madeAt) })} {decided}{' '}
      {say('progress', { told: one.told, people: one.people, rung: one.rung, sms: one.sms })}
    </p>
  )
}

/** The second person: lets it go, or refuses it with a reason. */
const Decision = ({ one, onChanged }: Pick<Props, 'one' | 'onChanged'>) => {
  const say = announcementMessages.useSay()
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const { waiting, problem, run } = useSending()
  const decide = (approve: boolean): void => {
    if (!approve && !refusing) setRefusing(true)
    else if (approve || reason.trim() !== '')
      void run(async () => decideAnnouncement(one.announcementId, { approve, reason: approve ? null : reason }).then(onChanged))
  }
  return (
    <>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {refusing ? (
        <TextAreaField
          name={`reason-${one.announcementId}`}
          label={say('reason')}
          error={reason.trim() === '' ? say('reasonMissing') : undefined}
          maxLength={300}
          rows={2}
          value={reason}
          onChange={setReason}
        />
      ) : null}
      <CommandButton kind="main" busy={waiting} onPress={() => decide(true)}>
        {say('approve')}
      </CommandButton>
      <CommandButton busy={waiting} onPress={() => decide(false)}>
        {say('refuse')}
      </CommandButton>
    </>
  )
}

const Stop = ({ one, onChanged }: Pick<Props, 'one' | 'onChanged'>) => {
  const say = announcementMessages.useSay()
  const [asking, setAsking] = useState(false)
  const { waiting, problem, run } = useSending()
  const stop = (): void =>
    void run(async () => {
      await stopAnnouncement(one.announcementId)
      setAsking(false)
      onChanged()
    })
  return (
    <>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <CommandButton icon="block" onPress={() => setAsking(true)}>
        {say('stop')}
      </CommandButton>
      <ConfirmDialog
        open={asking}
        title={say('stopTitle')}
        confirmLabel={say('stop')}
        cancelLabel={say('keep')}
        busy={waiting}
        onConfirm={stop}
        onCancel={() => setAsking(false)}
      >
        <p>{say('stopNote')}</p>
      </ConfirmDialog>
    </>
  )
}

/** One announcement, how far it has come, and what may be done about it. */
export const AnnouncementItem = ({ one, onChanged, onCorrect }: Props) => {
  const say = announcementMessages.useSay()
  const { language } = useLanguage()
  return (
    <li className="closure-item">
      <h3>{one.title[language]}</h3>
      <p>
        <Tag tone={TONES[one.state]}>{say(`state-${one.state}`)}</Tag> {one.urgent ? <Tag tone="bad">{say('urgentTag')}</Tag> : null}{' '}
        {one.correctsId === null ? null : <Tag tone="note">{say('correction')}</Tag>} {one.segmentName}
      </p>
      {one.state === 'sending' ? <progress max={Math.max(1, one.people)} value={one.told} aria-label={say('state-sending')} /> : null}
      <Story one={one} />
      <details>
        <summary>{say('read')}</summary>
        <p className="report-words" lang="vi">
          {one.words.vi}
        </p>
        <p className="report-words" lang="en">
          {one.words.en}
        </p>
      </details>
      <div className="button-row">
        {one.mayDecide ? <Decision one={one} onChanged={onChanged} /> : null}
        {one.mayStop ? <Stop one={one} onChanged={onChanged} /> : null}
        {one.told > 0 && (one.state === 'stopped' || one.state === 'sent') ? (
          <CommandButton onPress={() => onCorrect(one)}>{say('correct')}</CommandButton>
        ) : null}
      </div>
    </li>
  )
}
