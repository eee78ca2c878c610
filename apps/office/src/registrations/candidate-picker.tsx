import type { RegisterPerson } from '@an-sinh/contract'
import { Notice, Tag } from '@an-sinh/ui'
import { formatCivilDate } from '../shared/format-instant.ts'
import { registrationMessages } from './registration-messages.ts'

const Remarks = ({ person }: { readonly person: RegisterPerson }) => {
  const say = registrationMessages.useSay()
  const stateKey = `account-${person.accountState ?? ''}`
  const found = person.foundBy.map((rule) => {
    const key = `foundBy-${rule}`
    return registrationMessages.has(key) ? say(key) : rule
  })
  return (
    <>
      <span className="quiet">
        {[...found, ...(person.employerName === null ? [] : [say('employer', { name: person.employerName })])].join(' · ')}
      </span>
      {person.died ? <Tag tone="bad">{say('died')}</Tag> : null}
      {person.merged ? <Tag tone="bad">{say('merged')}</Tag> : null}
      {person.accountState === null ? null : (
        <Tag tone="warn">{say('hasAccount', { state: registrationMessages.has(stateKey) ? say(stateKey) : person.accountState })}</Tag>
      )}
    </>
  )
}

type Props = {
  readonly persons: readonly RegisterPerson[]
  readonly chosen: RegisterPerson | null
  readonly onChoose: (personId: number) => void
}

/** Who in the register this may be. One is compared at once; among several the clerk chooses, nobody is chosen beforehand. */
export const CandidatePicker = ({ persons, chosen, onChoose }: Props) => {
  const say = registrationMessages.useSay()
  const [only] = persons
  if (only === undefined) return <Notice kind="warning" title={say('noCandidate')} />
  if (persons.length === 1) {
    return (
      <p className="candidate">
        <Remarks person={only} />
      </p>
    )
  }
  return (
    <fieldset className="candidates">
      <legend>{say('chooseCandidate', { count: persons.length })}</legend>
      {persons.map((person) => (
        <label key={person.personId} className="choice">
          <input type="radio" name="candidate" checked={person.personId === chosen?.personId} onChange={() => onChoose(person.personId)} />
          <span className="choice-text candidate">
            {say('candidate', { name: person.fullName, bornOn: formatCivilDate(person.bornOn), number: person.insuranceNumber })}{' '}
            <Remarks person={person} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}
