import { FACILITY_TYPES, REFERENCE_FIELDS, type ReferenceField } from '@an-sinh/domain'
import { CommandButton, type DateBoxes, DateField, goToFirstWrong, TextAreaField, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { toMoment } from '../shared/moment-field.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { readBoxes } from '../shared/read-boxes.ts'
import { serverNow } from '../shared/server-clock.ts'
import { sharedMessages } from '../shared/shared-messages.ts'
import { useSending } from '../shared/use-sending.ts'
import { referenceMessages } from './desk-messages.ts'
import { type Entry, propose } from './desk-requests.ts'
import { useFieldWords } from './field-words.ts'

type Typed = Readonly<Record<string, string>>
const NO_DAY = { day: '', month: '', year: '' }

type FieldProps = { readonly field: ReferenceField; readonly value: string; readonly onChange: (value: string) => void }

const EntryField = ({ field, value, onChange }: FieldProps) => {
  const say = referenceMessages.useSay()
  const { nameOf } = useFieldWords()
  if (field === 'facilityType')
    return (
      <div className="field">
        <label className="field-label" htmlFor="entry-type">
          {nameOf(field)}
        </label>
        <select id="entry-type" className="box" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{say('choose')}</option>
          {FACILITY_TYPES.map((type) => (
            <option key={type} value={type}>
              {say(`type-${type}`)}
            </option>
          ))}
        </select>
      </div>
    )
  const hint = field === 'openingHours' ? say('openingHoursHint') : field === 'endsOn' ? say('endsOnHint') : undefined
  return <TextField name={field} label={nameOf(field)} hint={hint} autoComplete="off" maxLength={300} value={value} onChange={onChange} />
}

/** What was typed and differs from what stands. */
const changesOf = (entry: Entry, typed: Typed) =>
  entry.values.flatMap(({ field, value }) => {
    const next = typed[field]?.trim() ?? ''
    return next === (value ?? '') ? [] : [{ field, value: next === '' ? null : next }]
  })

const isEmpty = ({ day, month, year }: DateBoxes): boolean => `${day}${month}${year}`.trim() === ''

type DaysProps = {
  readonly from: DateBoxes
  readonly until: DateBoxes
  readonly asked: boolean
  readonly onFrom: (from: DateBoxes) => void
  readonly onUntil: (until: DateBoxes) => void
}

/** Since when, and until when if only for a time. */
const Days = ({ from, until, asked, onFrom, onUntil }: DaysProps) => {
  const say = referenceMessages.useSay()
  const common = sharedMessages.useSay()
  const labels = { day: common('day'), month: common('month'), year: common('year') }
  const isUntilWrong = !isEmpty(until) && readBoxes(until) === null
  return (
    <>
      <DateField
        name="fromOn"
        label={say('fromOn')}
        error={asked && readBoxes(from) === null ? say('dayWrong') : undefined}
        labels={labels}
        value={from}
        onChange={(part) => onFrom({ ...from, ...part })}
      />
      <DateField
        name="untilOn"
        label={say('untilOn')}
        hint={say('untilHint')}
        error={asked && isUntilWrong ? say('dayWrong') : undefined}
        labels={labels}
        value={until}
        onChange={(part) => onUntil({ ...until, ...part })}
      />
    </>
  )
}

type Props = { readonly entry: Entry; readonly start: Typed; readonly onDone: () => void }

/** Every field as it stands, to be changed; since when, how long, by which paper. */
export const ProposalForm = ({ entry, start, onDone }: Props) => {
  const say = referenceMessages.useSay()
  const [proposalId] = useState(() => crypto.randomUUID())
  const [typed, setTyped] = useState<Typed>(() => ({
    ...Object.fromEntries(entry.values.map(({ field, value }) => [field, value ?? ''])),
    ...start,
  }))
  const [from, setFrom] = useState<DateBoxes>(() => toMoment(serverNow()).date)
  const [until, setUntil] = useState<DateBoxes>(NO_DAY)
  const [paperNumber, setPaper] = useState('')
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const { waiting, problem, run } = useSending()
  const isForGood = isEmpty(until)
  const [fromOn, untilOn] = [readBoxes(from), isForGood ? null : readBoxes(until)]
  const send = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (fromOn === null || (!isForGood && untilOn === null) || paperNumber.trim() === '') {
      goToFirstWrong()
      return
    }
    const { list, code } = entry
    const after = changesOf(entry, typed)
    void run(async () =>
      propose({ proposalId, list, code, after, fromOn, untilOn, paperNumber, note: note.trim() === '' ? null : note }).then(onDone),
    )
  }
  return (
    <form onSubmit={send} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <p className="field-hint">{say('proposeHint')}</p>
      {REFERENCE_FIELDS[entry.list].map((field) => (
        <EntryField key={field} field={field} value={typed[field] ?? ''} onChange={(value) => setTyped({ ...typed, [field]: value })} />
      ))}
      <Days from={from} until={until} asked={asked} onFrom={setFrom} onUntil={setUntil} />
      <TextField
        name="paperNumber"
        label={say('paper')}
        error={asked && paperNumber.trim() === '' ? say('paperMissing') : undefined}
        autoComplete="off"
        maxLength={100}
        value={paperNumber}
        onChange={setPaper}
      />
      <TextAreaField name="note" label={say('note')} maxLength={500} rows={2} value={note} onChange={setNote} />
      <CommandButton type="submit" kind="main" busy={waiting}>
        {say('send')}
      </CommandButton>
    </form>
  )
}
