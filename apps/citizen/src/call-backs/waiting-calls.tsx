import type { CallBack } from '@an-sinh/contract'
import { Button, formatDate, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'
import { CALL_BACKS_KEY, useOwnCallBacks } from './use-windows.ts'

const WaitingCall = ({ callBack }: { readonly callBack: CallBack }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const client = useQueryClient()
  const { callBackId, reportId, reportNumber, on, starts, ends, phoneMasked } = callBack
  const cancel = useAction(async () => {
    await call('POST /api/me/call-backs/:callBackId/cancellation', { params: { callBackId } })
    await client.invalidateQueries({ queryKey: CALL_BACKS_KEY })
  })
  return (
    <Notice title={text('waits', { on: formatDate(on, language), from: starts, to: ends })}>
      <p>
        {text('waits-phone', { phone: phoneMasked })} <Link href={`/ho-tro/phieu/${reportId}`}>{reportNumber}</Link>
      </p>
      <FailureNotice failure={cancel.failure} />
      <Button kind="second" busy={cancel.busy} onClick={() => void cancel.run(undefined)}>
        {text('cancel')}
      </Button>
    </Notice>
  )
}

/** Calls that are arranged, each to be cancelled. */
export const WaitingCalls = (): ReactNode => {
  const own = useOwnCallBacks()
  const waiting = (own.data?.callBacks ?? []).filter(({ state }) => state === 'waiting')
  return waiting.map((callBack) => <WaitingCall key={callBack.callBackId} callBack={callBack} />)
}
