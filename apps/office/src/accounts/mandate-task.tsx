import type { AccountDesk } from '@an-sinh/contract'
import { type DateBoxes, DateField, TextField, TickField } from '@an-sinh/ui'
import { useState } from 'react'
import { accountMessages } from './account-messages.ts'
import { endMandate, giveMandate, type Mandate } from './account-requests.ts'
import { digitsOf, isNumber } from './find-form.tsx'
import { OrderForm } from './order-form.tsx'

type Props = { readonly desk: AccountDesk; readonly onChanged: (desk: AccountDesk) => void; readonly onBack: () => void }

const AREAS = ['card', 'participation', 'benefits', 'medical-book'] as const
const toDate = ({ day, month, year }: DateBoxes): string => `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

type AreasProps = {
  readonly areas: Mandate['areas']
  readonly isMissing: boolean
  readonly onChange: (areas: Mandate['areas']) => void
}

const AreasField = ({ areas, isMissing, onChange }: AreasProps) => {
  const say = accountMessages.useSay()
  return (
    <fieldset className="field">
      <legend className="field-label">{say('areas')}</legend>
      {isMissing ? <p className="field-error">{say('areasMissing')}</p> : null}
      {AREAS.map((area) => (
        <TickField
          key={area}
          name={`area-${area}`}
          label={say(`area-${area}`)}
          checked={areas.includes(area)}
          onChange={(ticked) => onChange(ticked ? [...areas, area] : areas.filter((one) => one !== area))}
        />
      ))}
    </fieldset>
  )
}

/** A mandate signed on paper: the person found above gives it, with or without an account. */
export const MandateTask = ({ desk, onChanged, onBack }: Props) => {
  const say = accountMessages.useSay()
  const [reader, setReader] = useState('')
  const [areas, setAreas] = useState<Mandate['areas']>([])
  const [until, setUntil] = useState<DateBoxes>({ day: '', month: '', year: '' })
  const [paperSeen, setPaperSeen] = useState(false)
  const readerNumber = digitsOf(reader)
  const lastOn = toDate(until)
  const hasDay = /^\d{4}-\d{2}-\d{2}$/u.test(lastOn) && until.day !== ''
  return (
    <OrderForm
      number={desk.insuranceNumber}
      reasons={['paper-shown', 'other']}
      label={say('giveMandate')}
      lacks={!isNumber(readerNumber) || areas.length === 0 || !hasDay || !paperSeen}
      renderFields={(asked) => (
        <>
          <TickField
            name="paperSeen"
            label={say('paperSeen')}
            error={asked && !paperSeen ? say('paperMissing') : undefined}
            checked={paperSeen}
            onChange={setPaperSeen}
          />
          <TextField
            name="readerNumber"
            label={say('readerNumber')}
            hint={say('readerNumberHint')}
            error={asked && !isNumber(readerNumber) ? say('numberWrong') : undefined}
            width="medium"
            inputMode="numeric"
            autoComplete="off"
            value={reader}
            onChange={setReader}
          />
          <AreasField areas={areas} isMissing={asked && areas.length === 0} onChange={setAreas} />
          <DateField
            name="lastOn"
            label={say('lastOn')}
            hint={say('lastOnHint')}
            error={asked && !hasDay ? say('lastOnMissing') : undefined}
            labels={{ day: say('day'), month: say('month'), year: say('year') }}
            value={until}
            onChange={(typed) => setUntil((before) => ({ ...before, ...typed }))}
          />
        </>
      )}
      send={(order) => giveMandate(order, { readerNumber, areas, lastOn, paperSeen })}
      onDone={onChanged}
      onBack={onBack}
    />
  )
}

/** Who gave it stands here and takes it back. */
export const EndMandateTask = ({ desk, onChanged, onBack }: Props) => {
  const say = accountMessages.useSay()
  const given = desk.representations.filter(({ side, kind }) => side === 'reader' && kind === 'mandate')
  const [chosen, setChosen] = useState(given[0]?.representationId ?? '')
  return (
    <OrderForm
      number={desk.insuranceNumber}
      reasons={['holder-asks', 'misuse-suspected', 'other']}
      label={say('endMandate')}
      danger
      lacks={chosen === ''}
      renderFields={() => (
        <fieldset className="field">
          <legend className="field-label">{say('whichMandate')}</legend>
          {given.map(({ representationId, fullName }) => (
            <label key={representationId} className="choice">
              <input type="radio" name="mandate" checked={chosen === representationId} onChange={() => setChosen(representationId)} />
              <span className="choice-text">{fullName}</span>
            </label>
          ))}
        </fieldset>
      )}
      send={(order) => endMandate(order, chosen)}
      onDone={onChanged}
      onBack={onBack}
    />
  )
}
