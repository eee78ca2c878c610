import { useTexts, Waiting } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Page } from '../shared/page/page.tsx'
import { OwnTicketForm } from './own-ticket-form.tsx'
import { StrangerTicketForm } from './stranger-ticket-form.tsx'
import { TEXTS } from './texts.ts'
import { useAsker } from './use-tickets.ts'

/** A question to a person: as who is signed in, or with a phone or e-mail to be told of the answer. */
export const NewTicketPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const asker = useAsker()
  return (
    <Page title={text('ticket-new')}>
      {asker === 'unknown' ? <Waiting label={text('ticket-new')} /> : asker === 'own' ? <OwnTicketForm /> : <StrangerTicketForm />}
      <p>
        <Link href="/ho-tro" className="back-link">
          {text('back-support')}
        </Link>
      </p>
    </Page>
  )
}
