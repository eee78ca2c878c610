import type { Preparable } from '@an-sinh/contract'
import { CommandButton } from '@an-sinh/ui'
import { formatInstant } from '../shared/format-instant.ts'
import { preparedDraftMessages } from './prepared-draft-messages.ts'

type RowProps = {
  readonly person: Preparable
  readonly chosen: boolean
  readonly onChoose: (chosen: boolean) => void
  readonly onWithdraw: (draftId: string) => void
}

const Draft = ({ draft }: Pick<Preparable, 'draft'>) => {
  const say = preparedDraftMessages.useSay()
  if (draft === null) return say('none')
  return draft.openedAt === null
    ? say('waits', { time: formatInstant(draft.expiresAt) })
    : say('opened', { time: formatInstant(draft.openedAt) })
}

const Row = ({ person, chosen, onChoose, onWithdraw }: RowProps) => {
  const say = preparedDraftMessages.useSay()
  const { draft, lacks } = person
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          className="area-check"
          aria-label={`${say('choose')}: ${person.fullName}`}
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </td>
      <th scope="row">{person.fullName}</th>
      <td>{person.department}</td>
      <td>{lacks.length === 0 ? say('nothingLacks') : lacks.map((one) => say(`lacks-${one}`)).join(', ')}</td>
      <td>
        <Draft draft={draft} />{' '}
        {draft === null ? null : (
          <CommandButton kind="plain" onPress={() => onWithdraw(draft.draftId)}>
            {say('withdraw')}
          </CommandButton>
        )}
      </td>
    </tr>
  )
}

type Props = {
  readonly people: readonly Preparable[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly onWithdraw: (draftId: string) => void
}

export const PeopleTable = ({ people, chosen, onChoose, onWithdraw }: Props) => {
  const say = preparedDraftMessages.useSay()
  if (people.length === 0) return <p className="empty">{say('empty')}</p>
  const choose = (entryId: string, isChosen: boolean): void => {
    const next = new Set(chosen)
    if (isChosen) next.add(entryId)
    else next.delete(entryId)
    onChoose(next)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by the keyboard too
    <section className="table-scroll" tabIndex={0} aria-label={say('person')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('choose')}</th>
            <th scope="col">{say('person')}</th>
            <th scope="col">{say('department')}</th>
            <th scope="col">{say('lacks')}</th>
            <th scope="col">{say('draft')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row
              key={person.entryId}
              person={person}
              chosen={chosen.has(person.entryId)}
              onChoose={(isChosen) => choose(person.entryId, isChosen)}
              onWithdraw={onWithdraw}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}
