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

/** A call that did not take place, and another time to choose. */
const FallenCall = ({ callBack }: { readonly callBack: CallBack }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { reportId, reportNumber, on, state } = callBack
  return (
    <Notice title={text(state === 'office-closed' ? 'fell-closed' : 'fell-not-made', { on: formatDate(on, language) })}>
      <p>
        {text('fell-about')} <Link href={`/ho-tro/phieu/${reportId}`}>{reportNumber}</Link>
      </p>
      <p>
        <Link href={`/ho-tro/goi-lai?phieu=${reportId}`}>{text('fell-again')}</Link>
      </p>
    </Notice>
  )
}

/** Of each ticket the newest call alone: whoever chose anew is not told of the old one. */
const newestOf = (callBacks: readonly CallBack[]): CallBack[] =>
  callBacks.filter(({ reportId }, at) => callBacks.findIndex((other) => other.reportId === reportId) === at)

/** Calls that are arranged, each to be cancelled, and those that fell away. */
export const WaitingCalls = (): ReactNode => {
  const own = useOwnCallBacks()
  const newest = newestOf(own.data?.callBacks ?? [])
  return newest.map((callBack) => {
    if (callBack.state === 'waiting') return <WaitingCall key={callBack.callBackId} callBack={callBack} />
    const isFallen = callBack.state === 'office-closed' || callBack.state === 'not-made'
    return isFallen ? <FallenCall key={callBack.callBackId} callBack={callBack} /> : null
  })
}
