import type { DependantRequest } from '@an-sinh/contract'
import { Button, formatDate, formatInstant, Notice, Tag, useLanguage, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'
import { DEPENDANT_REQUESTS_KEY } from './use-dependants.ts'

const TONES = { 'awaiting-photo': 'warn', sent: 'note', approved: 'good', refused: 'bad', withdrawn: 'note' } as const

const RequestItem = ({ one, onWithdraw }: { readonly one: DependantRequest; readonly onWithdraw: () => void }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const name = one.childName
  return (
    <li className="spell">
      <h3>{name}</h3>
      <p>
        <Tag tone={TONES[one.state]}>{text(`request-${one.state}`)}</Tag>
      </p>
      <p>{text('born', { on: formatDate(one.bornOn, language) })}</p>
      {one.reason === null ? null : (
        <Notice kind="warning">
          <p>{one.reason[language]}</p>
        </Notice>
      )}
      {one.state === 'awaiting-photo' ? (
        <p>
          <Link href={`/ca-nhan/nguoi-phu-thuoc/${one.requestId}/giay-khai-sinh`} className="button">
            {text('go-on-of', { name })}
          </Link>
        </p>
      ) : (
        <p className="quiet">{text('request-sent-at', { at: formatInstant(one.startedAt, language), office: one.officeName })}</p>
      )}
      {one.state === 'awaiting-photo' || one.state === 'sent' ? (
        <Button kind="second" onClick={onWithdraw}>
          {text('withdraw-of', { name })}
        </Button>
      ) : null}
    </li>
  )
}

/** One's own requests about children, newest first. */
export const RequestList = ({ list }: { readonly list: readonly DependantRequest[] }): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const withdraw = useAction(async (requestId: string) => {
    await call('POST /api/me/dependant-requests/:requestId/withdrawal', { params: { requestId } })
    await queryClient.invalidateQueries({ queryKey: DEPENDANT_REQUESTS_KEY })
  })
  if (list.length === 0) return null
  return (
    <section>
      <h2>{text('requests-title')}</h2>
      <FailureNotice failure={withdraw.failure} />
      <ul className="link-list">
        {list.map((one) => (
          <RequestItem key={one.requestId} one={one} onWithdraw={() => void withdraw.run(one.requestId)} />
        ))}
      </ul>
    </section>
  )
}
