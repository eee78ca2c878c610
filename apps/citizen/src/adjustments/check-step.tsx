import type { Adjustable } from '@an-sinh/contract'
import { formatDate, type Language, TextAreaField, useLanguage, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import type { Change } from './read-changes.ts'
import { TEXTS } from './texts.ts'

type Props = { readonly now: Adjustable; readonly requestId: string; readonly changes: readonly Change[] }

const LABELS = { fullName: 'full-name', bornOn: 'born', sex: 'sex', nationalId: 'national-id', portrait: 'portrait' } as const

const useWords = (now: Adjustable) => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const say = (field: Change['field'], value: string, inLanguage: Language): string =>
    field === 'bornOn' ? formatDate(value, inLanguage) : field === 'sex' && (value === 'male' || value === 'female') ? text(value) : value
  return {
    oldOf: ({ field }: Change): string => (field === 'portrait' ? text('portrait-old') : say(field, now.identity[field] ?? '–', language)),
    newOf: ({ field, value }: Change): string => (field === 'portrait' ? text('portrait-new') : say(field, value, language)),
  }
}

/** Old and new side by side, and one sentence. One intent, one id: sent again after a lost answer it is still one request. */
export const CheckStep = ({ now, requestId, changes }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const [what, setWhat] = useState('')
  const { oldOf, newOf } = useWords(now)
  const send = useAction(async () => {
    await call('POST /api/me/adjust-requests', { body: { requestId, what, wanted: [...changes] } })
    await queryClient.invalidateQueries({ queryKey: ['me', 'correction-requests'] })
    navigate(`/ca-nhan/yeu-cau/${requestId}`, { replace: true })
  })
  return (
    <StepPage
      title={text('check-title')}
      place={{ step: 3, steps: 3 }}
      backTo="/ca-nhan/dieu-chinh"
      busy={send.busy}
      nextLabel={text('send')}
      onNext={() => void send.run(undefined)}
    >
      <p>{text('check-lead')}</p>
      <table className="cost-table">
        <thead>
          <tr>
            <th scope="col">{text('col-field')}</th>
            <th scope="col">{text('col-old')}</th>
            <th scope="col">{text('col-new')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.field}>
              <th scope="row">{text(LABELS[change.field])}</th>
              <td>{oldOf(change)}</td>
              <td>
                <strong>{newOf(change)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <TextAreaField name="what" label={text('what')} hint={text('what-hint')} maxLength={1000} value={what} onChange={setWhat} />
      <FailureNotice failure={send.failure} />
    </StepPage>
  )
}
