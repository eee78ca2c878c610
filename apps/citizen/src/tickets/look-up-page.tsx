import type { Ticket } from '@an-sinh/contract'
import { Button, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TicketDetails } from './ticket-details.tsx'
import { TEXTS } from './texts.ts'

/** A ticket sent without signing in, by its number and code; neither stands in an address. */
export const LookUpPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [known, setKnown] = useState({ reportNumber: '', code: '' })
  const [ticket, setTicket] = useState<Ticket | null>(null)
  const look = useAction(async () => setTicket(await call('POST /api/tickets/look-ups', { body: known })))
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    void look.run(undefined)
  }
  if (ticket !== null)
    return (
      <Page title={ticket.reportNumber}>
        <TicketDetails
          ticket={ticket}
          onMove={async (move) => setTicket(await call('POST /api/tickets/moves', { body: { ...known, ...move } }))}
          onRate={async (rating) => setTicket(await call('POST /api/tickets/ratings', { body: { ...known, ...rating } }))}
        />
      </Page>
    )
  return (
    <Page title={text('look-up-title')}>
      <p>{text('look-up-lead')}</p>
      <NeedsNetwork />
      <form noValidate onSubmit={onSubmit}>
        <TextField
          name="reportNumber"
          label={text('look-up-number')}
          hint={text('look-up-number-hint')}
          maxLength={30}
          autoComplete="off"
          value={known.reportNumber}
          onChange={(reportNumber) => setKnown({ ...known, reportNumber })}
        />
        <TextField
          name="code"
          label={text('look-up-code')}
          hint={text('look-up-code-hint')}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          value={known.code}
          onChange={(code) => setKnown({ ...known, code })}
        />
        <FailureNotice failure={look.failure} />
        <Button type="submit" busy={look.busy}>
          {text('look-up')}
        </Button>
      </form>
      <p>
        <Link href="/ho-tro/phieu/moi">{text('ticket-new')}</Link>
      </p>
    </Page>
  )
}
