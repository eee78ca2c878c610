import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { GivenOffers, ReceivedOffers } from './offer-lists.tsx'
import { ReaderList, RepresentedList } from './represented-list.tsx'
import { RequestList } from './request-list.tsx'
import { TEXTS } from './texts.ts'
import { useDependantRequests, useMandateOffers, useRepresentations } from './use-dependants.ts'

/** Whose data I see, what I asked for, and who sees mine. */
export const DependantsPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [representations, requests] = [useRepresentations(), useDependantRequests()]
  const offers = useMandateOffers()
  if (findCode(representations.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('title')}>
      <p>{text('lead')}</p>
      <Loaded query={offers}>{({ received }) => <ReceivedOffers list={received} />}</Loaded>
      <section>
        <h2>{text('see-title')}</h2>
        <Loaded query={representations}>{({ represented }) => <RepresentedList list={represented} />}</Loaded>
        <p>
          <Link href="/ca-nhan/nguoi-phu-thuoc/them" className="button">
            {text('add')}
          </Link>
        </p>
      </section>
      <Loaded query={requests}>{(list) => <RequestList list={list} />}</Loaded>
      <section>
        <h2>{text('readers-title')}</h2>
        <Loaded query={representations}>{({ readers }) => <ReaderList list={readers} />}</Loaded>
        <p>
          <Link href="/ca-nhan/nguoi-phu-thuoc/uy-quyen" className="button">
            {text('offer')}
          </Link>
        </p>
        <Loaded query={offers}>{({ given }) => <GivenOffers list={given} />}</Loaded>
        <p className="quiet">{text('counter')}</p>
      </section>
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}
