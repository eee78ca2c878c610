import type { OfficerRow } from '@an-sinh/contract'
import { Tag } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { formatCivilDate } from '../shared/format-instant.ts'
import { employerAccountMessages } from './employer-account-messages.ts'

const State = ({ officer }: { readonly officer: OfficerRow }) => {
  const say = employerAccountMessages.useSay()
  if (officer.stopped) return <Tag tone="bad">{say('stopped')}</Tag>
  if (officer.works) return <Tag tone="good">{say('works')}</Tag>
  return officer.activated ? <Tag tone="warn">{say('past')}</Tag> : <Tag tone="note">{say('waits')}</Tag>
}

type Props = { readonly officers: readonly OfficerRow[]; readonly actions: (officer: OfficerRow) => ReactNode }

export const OfficerTable = ({ officers, actions }: Props) => {
  const say = employerAccountMessages.useSay()
  if (officers.length === 0) return <p className="empty">{say('noOfficers')}</p>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by the keyboard too
    <section className="table-scroll" tabIndex={0} aria-label={say('fullName')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('fullName')}</th>
            <th scope="col">{say('role')}</th>
            <th scope="col">{say('state')}</th>
            <th scope="col">{say('doThis')}</th>
          </tr>
        </thead>
        <tbody>
          {officers.map((officer) => (
            <tr key={officer.officerId}>
              <th scope="row">
                {officer.fullName} {officer.isSelf ? <span className="field-hint">({say('self')})</span> : null}
                <span className="field-hint block">{officer.userName}</span>
              </th>
              <td>{say(`role-${officer.role}`)}</td>
              <td>
                <State officer={officer} /> {officer.validTo === null ? null : say('until', { day: formatCivilDate(officer.validTo) })}
              </td>
              <td>
                <div className="row">{actions(officer)}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
