import { CommandButton, Tag } from '@an-sinh/ui'
import { formatClockTime } from '../shared/format-instant.ts'
import { outageMessages } from './outage-messages.ts'
import { type Entry, removeEntry } from './outage-store.ts'

const Outcome = ({ entry: { outcome } }: { readonly entry: Entry }) => {
  const say = outageMessages.useSay()
  if (outcome === null) return <Tag icon="clock">{say('waiting')}</Tag>
  if (outcome.done) return <Tag tone="good">{say('received')}</Tag>
  return (
    <>
      <Tag tone="bad">{outcome.sentence}</Tag> <span className="small">{outcome.nextStep}</span>
    </>
  )
}

/** What was written down; the odd ones stay with their reason until they are put right or taken away. */
export const EntryTable = ({ entries }: { readonly entries: readonly Entry[] }) => {
  const say = outageMessages.useSay()
  if (entries.length === 0) return <p className="empty">{say('empty')}</p>
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('time')}</th>
            <th scope="col">{say('code')}</th>
            <th scope="col">{say('outcome')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.entryId}>
              <td>{formatClockTime(entry.receivedAt)}</td>
              <td>{entry.outcome?.fileNumber ?? entry.code}</td>
              <td>
                <Outcome entry={entry} />
              </td>
              <td>
                <CommandButton kind="plain" onPress={() => removeEntry(entry.entryId)}>
                  {say('remove')}
                </CommandButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
