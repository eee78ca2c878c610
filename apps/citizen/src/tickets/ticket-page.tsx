import { useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { TicketDetails } from './ticket-details.tsx'
import { type PhotoLine, TicketPhotos } from './ticket-photos.tsx'
import { TEXTS } from './texts.ts'
import { TICKETS_KEY } from './use-tickets.ts'

const ownLine = (reportId: string): PhotoLine => ({
  announce: async (photo) => call('POST /api/me/tickets/:reportId/photos', { params: { reportId }, body: photo }),
  piece: async (uploadId, offset, bytes) =>
    call('PATCH /api/me/tickets/:reportId/photos/:uploadId', {
      params: { reportId, uploadId },
      bytes,
      headers: { 'upload-offset': offset },
    }),
  finish: async (uploadId) => call('POST /api/me/tickets/:reportId/photos/:uploadId/completion', { params: { reportId, uploadId } }),
})

/** One of one's own tickets: its answers, and what can still be said. */
export const TicketPage = ({ reportId }: { readonly reportId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const client = useQueryClient()
  const key = [...TICKETS_KEY, reportId]
  const params = { reportId }
  const query = useQuery({ queryKey: key, queryFn: async () => call('GET /api/me/tickets/:reportId', { params }) })
  const show = async (after: NonNullable<typeof query.data>): Promise<void> => {
    client.setQueryData(key, after)
    await client.invalidateQueries({ queryKey: TICKETS_KEY, exact: true })
  }
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={query.data === undefined ? text('tickets-title') : text('ticket-title', { number: query.data.reportNumber })}>
      <Loaded query={query}>
        {(ticket) => (
          <>
            <TicketDetails
              ticket={ticket}
              onMove={async (move) => show(await call('POST /api/me/tickets/:reportId/moves', { params, body: move }))}
              onRate={async (rating) => show(await call('POST /api/me/tickets/:reportId/ratings', { params, body: rating }))}
            >
              <TicketPhotos
                ticket={ticket}
                line={ownLine(reportId)}
                sourceOf={(kind) => `/api/me/tickets/${reportId}/photo/${kind}`}
                onSent={async () => client.invalidateQueries({ queryKey: key })}
              />
            </TicketDetails>
            {ticket.state === 'open' ? (
              <p>
                <Link href={`/ho-tro/goi-lai?phieu=${reportId}`}>{text('way-call')}</Link>
              </p>
            ) : null}
          </>
        )}
      </Loaded>
      <p>
        <Link href="/ho-tro/phieu" className="back-link">
          {text('back-tickets')}
        </Link>
      </p>
    </Page>
  )
}
