import type { DeskBadge } from '@an-sinh/contract'
import { CommandButton, Tag, type Tone } from '@an-sinh/ui'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { WideTable } from '../shared/wide-table.tsx'
import { badgeMessages } from './badge-messages.ts'

type Props = {
  readonly badges: readonly DeskBadge[]
  readonly onPrint: (badge: DeskBadge) => void
  readonly onWithdraw: (badge: DeskBadge) => void
}

const TONES = { valid: 'good', 'not-yet': 'warn', expired: 'quiet', disputed: 'bad' } as const satisfies Record<DeskBadge['state'], Tone>

/** Badges that were taken back, the newest first. */
const Withdrawn = ({ withdrawals }: Pick<DeskBadge, 'withdrawals'>) => {
  const say = badgeMessages.useSay()
  if (withdrawals.length === 0) return null
  return (
    <details>
      <summary>{say('withdrawn', { count: String(withdrawals.length) })}</summary>
      <ul>
        {withdrawals.map(({ serial, withdrawnAt, reason, note, by }) => (
          <li key={serial}>
            {say('withdrawnLine', { serial: String(serial), at: formatInstant(withdrawnAt), reason: say(`reason-${reason}`), by })}
            {note === null ? null : ` “${note}”`}
          </li>
        ))}
      </ul>
    </details>
  )
}

const State = ({ badge }: { readonly badge: DeskBadge }) => {
  const say = badgeMessages.useSay()
  const { state, validTo, sharedWith } = badge
  return (
    <>
      <Tag tone={TONES[state]}>{say(`state-${state}`)}</Tag>
      <br />
      {validTo === null ? say('noEnd') : say('until', { on: formatCivilDate(validTo) })}
      {state === 'disputed' ? <p>{say('sharedWith', { agents: sharedWith.join('; ') })}</p> : null}
    </>
  )
}

/** One point a line: whose, by what authority and until when, and what can be done with its badge. */
export const BadgeTable = ({ badges, onPrint, onWithdraw }: Props) => {
  const say = badgeMessages.useSay()
  if (badges.length === 0) return <p className="empty">{say('empty')}</p>
  return (
    <WideTable label={say('title')}>
      <table className="plain-table stacked-table">
        <thead>
          <tr>
            <th scope="col">{say('point')}</th>
            <th scope="col">{say('agent')}</th>
            <th scope="col">{say('state')}</th>
            <th scope="col">{say('badge')}</th>
          </tr>
        </thead>
        <tbody>
          {badges.map((badge) => (
            <tr key={badge.pointCode}>
              <th scope="row">
                {badge.pointName}
                <span className="small block">{badge.pointCode}</span>
                <span className="small block">{badge.address}</span>
              </th>
              <td>
                {badge.agentName}
                <br />
                <span className="field-hint">{badge.authorityNumber === null ? say('noAuthority') : badge.authorityNumber}</span>
              </td>
              <td>
                <State badge={badge} />
              </td>
              <td>
                {badge.state === 'valid' ? (
                  <CommandButton icon="print" onPress={() => onPrint(badge)}>
                    {say('print', { serial: String(badge.serial) })}
                  </CommandButton>
                ) : null}
                <CommandButton kind="plain" onPress={() => onWithdraw(badge)}>
                  {say('withdrawOne', { serial: String(badge.serial) })}
                </CommandButton>
                <Withdrawn withdrawals={badge.withdrawals} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
