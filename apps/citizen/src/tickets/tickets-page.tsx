import type { Ticket } from '@an-sinh/contract'
import { formatInstant, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { TicketState } from './ticket-details.tsx'
import { TEXTS } from './texts.ts'
import { useTickets } from './use-tickets.ts'

type Item = Pick<Ticket, 'reportId' | 'reportNumber' | 'category' | 'title' | 'state' | 'filedAt' | 'dueAt' | 'late'>

const TicketItem = ({ ticket }: { readonly ticket: Item }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <li className="spell">
      <p>
        <strong>{ticket.reportNumber}</strong> <TicketState {...ticket} />
      </p>
      <Link href={`/ho-tro/phieu/${ticket.reportId}`}>{ticket.title}</Link>
      <p className="quiet">{text('ticket-sent', { at: formatInstant(ticket.filedAt, language), category: ticket.category[language] })}</p>
    </li>
  )
}

/** One's own tickets; who is not signed in looks theirs up by number and code. */
export const TicketsPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useTickets()
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/ho-tro/phieu/tra-cuu" replace />
  return (
    <Page title={text('tickets-title')}>
      <p>
        <Link href="/ho-tro/phieu/moi" className="button">
          {text('ticket-new')}
        </Link>
      </p>
      <Loaded query={query}>
        {({ tickets }) =>
          tickets.length === 0 ? (
            <p>{text('tickets-none')}</p>
          ) : (
            <ul className="link-list">
              {tickets.map((ticket) => (
                <TicketItem key={ticket.reportId} ticket={ticket} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <p>
        <Link href="/ho-tro" className="back-link">
          {text('back-support')}
        </Link>
      </p>
    </Page>
  )
}
