import type { ContactKind } from '@an-sinh/contract'
import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Redirect } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { Page } from '../shared/page/page.tsx'
import { NewContactPage } from './new-contact-page.tsx'
import { ProveSidePage } from './prove-side-page.tsx'
import { TEXTS } from './texts.ts'
import { useContacts } from './use-contacts.ts'
import { WaitingChangePage } from './waiting-change-page.tsx'

/** Where the change stands decides the page: ask, prove the old side, prove the new side, wait. */
export const ContactPage = ({ kind }: { readonly kind: ContactKind }): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useContacts()
  const reload = (): void => void query.refetch()
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  if (query.data === undefined) {
    return (
      <Page title={text(`change-${kind}`)}>
        <NeedsNetwork />
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  }
  const { change } = query.data
  if (change !== null && change.appliesAt !== null) return <WaitingChangePage change={change} onCancelled={reload} />
  if (change === null || change.kind !== kind) return <NewContactPage kind={kind} contacts={query.data} onAsked={reload} />
  const side = change.oldProved ? 'new' : 'old'
  return <ProveSidePage key={`${change.changeId}/${side}`} change={change} side={side} onProved={reload} />
}
