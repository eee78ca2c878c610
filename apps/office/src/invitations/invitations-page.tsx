import type { InvitationPreview } from '@an-sinh/contract'
import { Notice, Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { AudienceForm } from './audience-form.tsx'
import { invitationMessages } from './invitation-messages.ts'
import { type Audience, getSheetFacts, listInvitations, previewInvitations, sendInvitations } from './invitation-requests.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { SendingsTable } from './sendings-table.tsx'

const RUNNING_MS = 3000
type Shown = { readonly audience: Audience; readonly preview: InvitationPreview; readonly sendingId: string }

const Compose = ({ departments }: { readonly departments: readonly string[] }) => {
  const say = invitationMessages.useSay()
  const client = useQueryClient()
  const [shown, setShown] = useState<Shown | null>(null)
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    setSent(false)
    try {
      await act()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const preview = (audience: Audience): Promise<void> =>
    attempt(async () => {
      setShown(null)
      // One id for one preview: a doubled press is one order.
      setShown({ audience, preview: await previewInvitations(audience), sendingId: crypto.randomUUID() })
    })
  const send = ({ audience, sendingId }: Shown): Promise<void> =>
    attempt(async () => {
      await sendInvitations({ ...audience, sendingId })
      setShown(null)
      setSent(true)
      await client.invalidateQueries({ queryKey: ['invitations'] })
    })
  return (
    <>
      <AudienceForm departments={departments} busy={busy} onPreview={(audience) => void preview(audience)} />
      <div className="after-form">
        {problem === null ? null : <ProblemNotice error={problem} />}
        {sent ? <Notice kind="good" live title={say('sent')} /> : null}
        {shown === null ? null : (
          <PreviewPanel audience={shown.audience} shown={shown.preview} busy={busy} onSend={() => void send(shown)} />
        )}
      </div>
    </>
  )
}

/** Invite and remind by SMS or e-mail: looked at before it goes, counted after. */
export const InvitationsPage = () => {
  const say = invitationMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const facts = useQuery({ queryKey: ['sheet-facts'], queryFn: ({ signal }) => getSheetFacts(signal) })
  const found = useQuery({
    queryKey: ['invitations'],
    queryFn: ({ signal }) => listInvitations(signal),
    refetchInterval: ({ state }) => (state.data?.sendings.some(({ finishedAt }) => finishedAt === null) === true ? RUNNING_MS : false),
  })
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      {facts.error === null ? null : <ProblemNotice error={facts.error} onRetry={() => void facts.refetch()} />}
      {facts.isPending ? <Waiting label={common('loading')} /> : null}
      {facts.data === undefined ? null : <Compose departments={facts.data.departments} />}
      <h2>{say('sendings')}</h2>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : <SendingsTable found={found.data} />}
    </main>
  )
}
