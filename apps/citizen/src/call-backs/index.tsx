import { useTexts, Waiting } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Page } from '../shared/page/page.tsx'
import { OwnCallBackForm } from './own-call-back-form.tsx'
import { StrangerCallBackForm } from './stranger-call-back-form.tsx'
import { TEXTS } from './texts.ts'
import { useOwnWindows } from './use-windows.ts'
import { WaitingCalls } from './waiting-calls.tsx'

/** A call from one's office at a time of one's choice; needs a network, since the places are taken as one looks. */
export const CallBackPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const own = useOwnWindows()
  const isStranger = findCode(own.error) === 'not-signed-in'
  return (
    <Page title={text('title')}>
      <p>{text('lead')}</p>
      <NeedsNetwork />
      {own.isPending ? <Waiting label={text('title')} /> : null}
      {own.data === undefined ? null : (
        <>
          <WaitingCalls />
          <OwnCallBackForm windows={own.data} />
        </>
      )}
      {isStranger ? <StrangerCallBackForm /> : <FailureNotice failure={own.error} onRetry={() => void own.refetch()} />}
      <p>
        <Link href="/ho-tro" className="back-link">
          {text('back')}
        </Link>
      </p>
    </Page>
  )
}
