import type { Announcement } from '@an-sinh/contract'
import { ChoiceField, CommandButton, goToFirstWrong, TextAreaField, TextField, TickField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { useSending } from '../shared/use-sending.ts'
import { announcementMessages } from './announcement-messages.ts'
import { type Desk, type Order, type Preview, previewAnnouncement } from './announcement-requests.ts'

type Segment = Order['segment']
const SEGMENTS: readonly Segment[] = ['all', 'office', 'ward', 'employer']
const NOTHING = { segment: null, code: '', title: { vi: '', en: '' }, words: { vi: '', en: '' }, urgent: false } as const

export type Draft = {
  readonly segment: Segment | null
  readonly code: string
  readonly title: { readonly vi: string; readonly en: string }
  readonly words: { readonly vi: string; readonly en: string }
  readonly urgent: boolean
}
export type Planned = { readonly order: Order; readonly preview: Preview }

type PartProps = { readonly draft: Draft; readonly asked: boolean; readonly onChange: (draft: Draft) => void }

const Where = ({ draft, asked, onChange, desk }: PartProps & { readonly desk: Desk }) => {
  const say = announcementMessages.useSay()
  const { segment, code } = draft
  const error = asked && code.trim() === '' ? say('codeMissing') : undefined
  if (segment === 'office')
    return (
      <div className="field">
        <label className="field-label" htmlFor="announcement-office">
          {say('office')}
        </label>
        {error === undefined ? null : <p className="field-error">{error}</p>}
        <select
          id="announcement-office"
          className="box"
          value={code}
          onChange={(event) => onChange({ ...draft, code: event.currentTarget.value })}
        >
          <option value="">{say('officeChoose')}</option>
          {desk.offices.map(({ officeId, name }) => (
            <option key={officeId} value={officeId}>
              {name}
            </option>
          ))}
        </select>
      </div>
    )
  if (segment !== 'ward' && segment !== 'employer') return null
  return (
    <TextField
      name="code"
      label={say(segment)}
      error={error}
      width="medium"
      autoComplete="off"
      maxLength={40}
      value={code}
      onChange={(typed) => onChange({ ...draft, code: typed })}
    />
  )
}

const Words = ({ draft, asked, onChange }: PartProps) => {
  const say = announcementMessages.useSay()
  const errorOf = (typed: string): string | undefined => (asked && typed.trim() === '' ? say('wordsMissing') : undefined)
  return (['vi', 'en'] as const).map((language) => {
    const [title, words] = language === 'vi' ? (['titleVi', 'wordsVi'] as const) : (['titleEn', 'wordsEn'] as const)
    return (
      <div key={language}>
        <TextField
          name={title}
          label={say(title)}
          maxLength={120}
          error={errorOf(draft.title[language])}
          value={draft.title[language]}
          onChange={(typed) => onChange({ ...draft, title: { ...draft.title, [language]: typed } })}
        />
        <TextAreaField
          name={words}
          label={say(words)}
          hint={say('wordsHint')}
          maxLength={2000}
          rows={4}
          error={errorOf(draft.words[language])}
          value={draft.words[language]}
          onChange={(typed) => onChange({ ...draft, words: { ...draft.words, [language]: typed } })}
        />
      </div>
    )
  })
}

const toOrder = ({ segment, code, title, words, urgent }: Draft, corrects: Announcement | null): Order | null => {
  if ([title.vi, title.en, words.vi, words.en].some((text) => text.trim() === '')) return null
  if (corrects !== null) return { segment: corrects.segment, segmentCode: null, correctsId: corrects.announcementId, title, words, urgent }
  if (segment === null || (segment !== 'all' && code.trim() === '')) return null
  return { segment, segmentCode: segment === 'all' ? null : code.trim(), correctsId: null, title, words, urgent }
}

type Props = {
  readonly desk: Desk
  readonly corrects: Announcement | null
  readonly start: Draft | null
  readonly onPlanned: (planned: Planned, draft: Draft) => void
  readonly onCancel: () => void
}

/** Whom and what; the next step shows what would leave. */
export const AnnouncementForm = ({ desk, corrects, start, onPlanned, onCancel }: Props) => {
  const say = announcementMessages.useSay()
  const [draft, setDraft] = useState<Draft>(start ?? NOTHING)
  const [asked, setAsked] = useState(false)
  const { waiting, problem, run } = useSending()
  const choices = SEGMENTS.filter((one) => one !== 'all' || desk.everywhere)
  const look = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    const order = toOrder(draft, corrects)
    if (order === null) goToFirstWrong()
    else void run(async () => onPlanned({ order, preview: await previewAnnouncement(order) }, draft))
  }
  return (
    <form onSubmit={look} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {corrects === null ? (
        <>
          <ChoiceField<Segment>
            name="segment"
            label={say('segment')}
            error={asked && draft.segment === null ? say('segmentMissing') : undefined}
            choices={choices.map((value) => ({ value, label: say(`segment-${value}`) }))}
            value={draft.segment}
            onChange={(segment) => setDraft({ ...draft, segment, code: '' })}
          />
          <Where draft={draft} asked={asked} onChange={setDraft} desk={desk} />
        </>
      ) : (
        <p>{say('correctNote', { title: corrects.title.vi })}</p>
      )}
      <Words draft={draft} asked={asked} onChange={setDraft} />
      <TickField name="urgent" label={say('urgent')} checked={draft.urgent} onChange={(urgent) => setDraft({ ...draft, urgent })} />
      <div className="button-row">
        <CommandButton type="submit" kind="main" busy={waiting}>
          {say('preview')}
        </CommandButton>
        <CommandButton kind="plain" onPress={onCancel}>
          {say('cancel')}
        </CommandButton>
      </div>
    </form>
  )
}
