import { ChoiceField, CommandButton, type DateBoxes, DateField, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { closureMessages } from './closure-messages.ts'
import { type Area, type Days, previewClosure, type Preview } from './closure-requests.ts'
import { readBoxes, tomorrowOf } from '../shared/read-boxes.ts'

const REASONS = ['storm', 'power', 'move', 'training', 'other'] as const
type Reason = (typeof REASONS)[number]
export type Planned = { readonly days: Days; readonly reason: string; readonly preview: Preview }

type OfficesProps = { readonly area: Area; readonly chosen: readonly number[]; readonly onChange: (chosen: readonly number[]) => void }

const Offices = ({ area, chosen, onChange }: OfficesProps) => {
  const say = closureMessages.useSay()
  const all = area.offices.map(({ officeId }) => officeId)
  return (
    <fieldset className="field">
      <legend className="field-label">{say('offices')}</legend>
      {all.length > 3 ? (
        <CommandButton kind="plain" onPress={() => onChange(chosen.length === all.length ? [] : all)}>
          {chosen.length === all.length ? say('noOffice') : say('allOffices', { count: all.length })}
        </CommandButton>
      ) : null}
      <div className="closure-offices">
        {area.offices.map(({ officeId, name }) => (
          <label key={officeId} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(officeId)}
              onChange={(event) => onChange(event.target.checked ? [...chosen, officeId] : chosen.filter((one) => one !== officeId))}
            />
            <span className="choice-text">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const useClosureForm = (area: Area, onPlanned: (planned: Planned) => void) => {
  const say = closureMessages.useSay()
  const own = area.offices.find((office) => office.own) ?? area.offices[0]
  const [chosen, setChosen] = useState<readonly number[]>(own === undefined ? [] : [own.officeId])
  const [from, setFrom] = useState<DateBoxes>(tomorrowOf(area.todayOn))
  const [to, setTo] = useState<DateBoxes>(tomorrowOf(area.todayOn))
  const [reason, setReason] = useState<Reason>('storm')
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [fromOn, toOn] = [readBoxes(from), readBoxes(to)]
  const said = reason === 'other' ? words.trim() : say(`reason-${reason}`)
  const send = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (waiting || chosen.length === 0 || fromOn === null || toOn === null || toOn < fromOn || said === '') return
    setWaiting(true)
    setProblem(null)
    try {
      const days = { officeIds: [...chosen], fromOn, toOn }
      onPlanned({ days, reason: said, preview: await previewClosure(days) })
    } catch (error) {
      setProblem(error)
    } finally {
      setWaiting(false)
    }
  }
  const wrong = {
    offices: asked && chosen.length === 0,
    from: asked && fromOn === null,
    to: asked && (toOn === null || (fromOn !== null && toOn < fromOn)),
    words: asked && said === '',
  }
  return { chosen, setChosen, from, setFrom, to, setTo, reason, setReason, words, setWords, waiting, problem, send, wrong }
}

/** Which offices, which days, why; the next step shows what it does before it is done. */
export const ClosureForm = ({ area, onPlanned }: { readonly area: Area; readonly onPlanned: (planned: Planned) => void }) => {
  const say = closureMessages.useSay()
  const form = useClosureForm(area, onPlanned)
  const { chosen, setChosen, from, setFrom, to, setTo, reason, setReason, words, setWords, waiting, problem, send, wrong } = form
  const labels = { day: say('day'), month: say('month'), year: say('year') }
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {wrong.offices ? <p className="field-error">{say('officeMissing')}</p> : null}
      <Offices area={area} chosen={chosen} onChange={setChosen} />
      <div className="row closure-days">
        <DateField
          name="from"
          label={say('from')}
          labels={labels}
          value={from}
          onChange={(typed) => setFrom((before) => ({ ...before, ...typed }))}
          error={wrong.from ? say('dayWrong') : undefined}
        />
        <DateField
          name="to"
          label={say('to')}
          labels={labels}
          value={to}
          onChange={(typed) => setTo((before) => ({ ...before, ...typed }))}
          error={wrong.to ? say('toWrong') : undefined}
        />
      </div>
      <ChoiceField
        name="reason"
        label={say('reason')}
        hint={say('reasonHint')}
        choices={REASONS.map((value) => ({ value, label: say(`reason-${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      {reason === 'other' ? (
        <TextField
          name="words"
          label={say('words')}
          value={words}
          onChange={setWords}
          maxLength={200}
          autoComplete="off"
          error={wrong.words ? say('wordsMissing') : undefined}
        />
      ) : null}
      <CommandButton type="submit" kind="main" busy={waiting}>
        {say('preview')}
      </CommandButton>
    </form>
  )
}
