import type { InvitationSendings } from '@an-sinh/contract'
import { formatInstant } from '../shared/format-instant.ts'
import { invitationMessages } from './invitation-messages.ts'
import { WideTable } from '../shared/wide-table.tsx'

/** Orders with what became of their messages. */
export const SendingsTable = ({ found: { sendings, asOf } }: { readonly found: InvitationSendings }) => {
  const say = invitationMessages.useSay()
  if (sendings.length === 0) return <p className="empty">{say('noSendings')}</p>
  return (
    <>
      <WideTable label={say('sendings')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('madeAt')}</th>
              <th scope="col">{say('what')}</th>
              <th scope="col">{say('planned')}</th>
              <th scope="col">{say('laid')}</th>
              <th scope="col">{say('delivered')}</th>
              <th scope="col">{say('failed')}</th>
              <th scope="col">{say('onTheWay')}</th>
            </tr>
          </thead>
          <tbody>
            {sendings.map((one) => (
              <tr key={one.sendingId}>
                <th scope="row">{formatInstant(one.madeAt)}</th>
                <td>
                  {say(`kind-${one.kind}`)}, {say(`channel-${one.channel}`)}
                  {one.department === null ? '' : `, ${one.department}`}
                </td>
                <td>{one.planned}</td>
                <td>{one.finishedAt === null ? say('laidSoFar', { laid: one.laid }) : one.laid}</td>
                <td>{one.delivered}</td>
                <td>{one.failed}</td>
                <td>{Math.max(0, one.laid - one.delivered - one.failed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className="small">{say('asOf', { time: formatInstant(asOf) })}</p>
    </>
  )
}
