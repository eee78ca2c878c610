import type { CallBack, Ticket } from '@an-sinh/contract'
import { Button, formatDate, Notice, TextField, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TicketDetails } from './ticket-details.tsx'
import { type PhotoLine, TicketPhotos } from './ticket-photos.tsx'
import { TEXTS } from './texts.ts'

type Known = { readonly reportNumber: string; readonly code: string }

/** Number and code are named once for each photo; the rest of it goes by the pass that they bring. */
const strangersLine = (known: Known, reportId: string): PhotoLine => {
  let pass = ''
  return {
    announce: async (photo) => {
      const begun = await call('POST /api/tickets/photos', { body: { ...known, ...photo } })
      pass = begun.pass
      return begun
    },
    piece: async (uploadId, offset, bytes) =>
      call('PATCH /api/tickets/:reportId/photos/:uploadId', {
        params: { reportId, uploadId },
        bytes,
        headers: { 'upload-offset': offset, 'upload-pass': pass },
      }),
    finish: async (uploadId) =>
      call('POST /api/tickets/:reportId/photos/:uploadId/completion', { params: { reportId, uploadId }, headers: { 'upload-pass': pass } }),
  }
}

/** Calls that are arranged about this ticket, each to be cancelled. */
const Calls = ({ known }: { readonly known: Known }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const client = useQueryClient()
  const key = ['ticket-calls', known.reportNumber]
  const calls = useQuery({ queryKey: key, queryFn: async () => call('POST /api/call-backs/look-ups', { body: known }), gcTime: 0 })
  const cancel = useAction(async () => {
    client.setQueryData(key, await call('POST /api/call-backs/cancellations', { body: known }))
  })
  const waiting = (calls.data?.callBacks ?? []).filter(({ state }: CallBack) => state === 'waiting')
  return waiting.map(({ callBackId, on, starts, ends, phoneMasked }) => (
    <Notice key={callBackId} title={text('call-waits', { on: formatDate(on, language), from: starts, to: ends, phone: phoneMasked })}>
      <FailureNotice failure={cancel.failure} />
      <Button kind="second" busy={cancel.busy} onClick={() => void cancel.run(undefined)}>
        {text('call-cancel')}
      </Button>
    </Notice>
  ))
}

const Ways = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <>
      <p>
        <Link href="/ho-tro/phieu/moi" className="back-link">
          {text('ticket-new')}
        </Link>
      </p>
      <p>
        <Link href="/ho-tro" className="back-link">
          {text('back-support')}
        </Link>
      </p>
    </>
  )
}

type FoundProps = { readonly known: Known; readonly ticket: Ticket; readonly onChange: (ticket: Ticket) => void }

const Found = ({ known, ticket, onChange }: FoundProps): ReactNode => {
  const text = useTexts(TEXTS)
  const [line] = useState(() => strangersLine(known, ticket.reportId))
  return (
    <Page title={text('ticket-title', { number: ticket.reportNumber })}>
      <TicketDetails
        ticket={ticket}
        onMove={async (move) => onChange(await call('POST /api/tickets/moves', { body: { ...known, ...move } }))}
        onRate={async (rating) => onChange(await call('POST /api/tickets/ratings', { body: { ...known, ...rating } }))}
      >
        <TicketPhotos
          ticket={ticket}
          line={line}
          sourceOf={null}
          onSent={async () => onChange(await call('POST /api/tickets/look-ups', { body: known }))}
        />
        <Calls known={known} />
      </TicketDetails>
    </Page>
  )
}

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
  if (ticket !== null) return <Found known={known} ticket={ticket} onChange={setTicket} />
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
      <Ways />
    </Page>
  )
}
