import type { Case, RegisterPerson } from '@an-sinh/contract'
import { Icon, type IconName, Tag, type Tone } from '@an-sinh/ui'
import type { DifferenceSeverity } from '@an-sinh/domain'
import { formatCivilDate } from '../shared/format-instant.ts'
import { type ComparisonRow, findCardFacts, makeComparisonRows } from './comparison-rows.ts'
import { registrationMessages } from './registration-messages.ts'

const TONES: Readonly<Record<DifferenceSeverity, readonly [Tone, IconName]>> = {
  none: ['good', 'check'],
  note: ['note', 'info'],
  warn: ['warn', 'warn'],
  block: ['bad', 'block'],
}

/** Severity and rule in words; the colour only repeats them. */
const Verdict = ({ judged }: { readonly judged: { severity: DifferenceSeverity; rule: string } | null }) => {
  const say = registrationMessages.useSay()
  if (judged === null) return null
  const [tone, icon] = TONES[judged.severity]
  const key = `rule-${judged.rule}`
  const rule = registrationMessages.has(key) ? say(key) : judged.rule
  if (judged.severity === 'none') {
    return (
      <span className="agrees">
        <Icon name="check" /> {say('severity-none')}
      </span>
    )
  }
  return (
    <Tag tone={tone} icon={icon}>
      {say(`severity-${judged.severity}`)}: {rule}
    </Tag>
  )
}

const useValue = () => {
  const say = registrationMessages.useSay()
  return (field: ComparisonRow['field'], value: string | null): string => {
    if (value === null || value === '') return say('none')
    if (field === 'bornOn') return formatCivilDate(value)
    return field === 'sex' && (value === 'male' || value === 'female') ? say(value) : value
  }
}

const Row = ({ row, shown, hasCard }: { readonly row: ComparisonRow; readonly shown: Case; readonly hasCard: boolean }) => {
  const say = registrationMessages.useSay()
  const show = useValue()
  const { field, declared, registered, card, difference, cardDifference } = row
  const forgotten = field === 'insuranceNumber' && declared === null && shown.declared.insuranceNumberForgotten
  return (
    <tr className={difference === null ? undefined : `severity-${difference.severity}`}>
      <th scope="row">{say(field)}</th>
      <td data-label={say('declared')}>{forgotten ? say('forgotten') : show(field, declared)}</td>
      <td data-label={say('registered')}>
        <span className="value">{show(field, registered)}</span> <Verdict judged={difference} />
      </td>
      {hasCard ? (
        <td data-label={say('card')}>
          {card === null ? null : (
            <>
              <span className="value">{show(field, card)}</span> <Verdict judged={cardDifference} />
            </>
          )}
        </td>
      ) : null}
    </tr>
  )
}

/** Declared, register and document's QR side by side. */
export const ComparisonTable = ({ shown, person }: { readonly shown: Case; readonly person: RegisterPerson | null }) => {
  const say = registrationMessages.useSay()
  const card = findCardFacts(shown)
  const { declared } = shown
  const address = [declared.street, shown.wardName, shown.provinceName].filter((part) => part !== '').join(', ')
  return (
    <table className="comparison">
      <caption className="visually-hidden">{say('compare')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('field')}</th>
          <th scope="col">{say('declared')}</th>
          <th scope="col">{say('registered')}</th>
          {card === null ? null : <th scope="col">{say('card')}</th>}
        </tr>
      </thead>
      <tbody>
        {makeComparisonRows(shown, person).map((row) => (
          <Row key={row.field} row={row} shown={shown} hasCard={card !== null} />
        ))}
        {declared.passportNumber === null ? null : (
          <tr>
            <th scope="row">{say('passportNumber')}</th>
            <td colSpan={card === null ? 2 : 3}>
              {declared.passportNumber} ({declared.nationality})
            </td>
          </tr>
        )}
        <tr>
          <th scope="row">{say('address')}</th>
          <td data-label={say('declared')}>{address}</td>
          <td data-label={say('registered')}>{person?.address ?? say('none')}</td>
          {card === null ? null : <td data-label={say('card')}>{card.address}</td>}
        </tr>
      </tbody>
    </table>
  )
}
