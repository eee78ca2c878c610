import type { AccountDesk } from '@an-sinh/contract'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { accountMessages } from './account-messages.ts'

const Devices = ({ devices }: { readonly devices: NonNullable<AccountDesk['account']>['devices'] }) => {
  const say = accountMessages.useSay()
  return (
    <details>
      <summary>{say('devices', { count: String(devices.length) })}</summary>
      <ul>
        {devices.map(({ label, signedInAt, lastSeenAt }) => (
          <li key={`${signedInAt}-${label ?? ''}`}>
            {label ?? say('deviceUnknown')} – {say('lastSeen', { at: formatInstant(lastSeenAt) })}
          </li>
        ))}
      </ul>
    </details>
  )
}

const Representations = ({ list }: { readonly list: AccountDesk['representations'] }) => {
  const say = accountMessages.useSay()
  return (
    <details>
      <summary>{say('representations', { count: String(list.length) })}</summary>
      <ul>
        {list.map(({ representationId, side, kind, fullName, areas, lastOn }) => (
          <li key={representationId}>
            {say(`side-${side}`, { name: fullName })} – {say(`kind-${kind}`)}, {areas.map((area) => say(`area-${area}`)).join(', ')},{' '}
            {say('untilDay', { day: formatCivilDate(lastOn) })}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Where the person is signed in, who looks for whom, and what counters did before. */
export const AccountRecord = ({ desk }: { readonly desk: AccountDesk }) => {
  const say = accountMessages.useSay()
  const nameAct = (kind: string): string => {
    const key = `act-${kind}`
    return accountMessages.has(key) ? say(key) : kind
  }
  return (
    <section aria-label={say('record')}>
      {desk.account === null ? null : <Devices devices={desk.account.devices} />}
      <Representations list={desk.representations} />
      <details>
        <summary>{say('acts', { count: String(desk.acts.length) })}</summary>
        <ul>
          {desk.acts.map(({ kind, reason, at, clerkName, officeName }) => (
            <li key={`${at}-${kind}`}>
              {formatInstant(at)} – {nameAct(kind)}, {say(`why-${reason}`)} ({clerkName}, {officeName})
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
