import type { Adjustable } from '@an-sinh/contract'
import { formatDate, type Language, TextAreaField, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { LetterRefusal } from '../shared/outbox/letter-refusal.tsx'
import { usePosting } from '../shared/outbox/use-posting.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { neededPhotos } from './photos-step.tsx'
import type { Change } from './read-changes.ts'
import { TEXTS } from './texts.ts'
import type { IdentityForm } from './use-identity-form.ts'

type Props = {
  /** Null: the register cannot be asked at present. */
  readonly now: Adjustable | null
  readonly form: IdentityForm
  readonly changes: readonly Change[]
  readonly onWhat: (what: string) => void
  readonly forget: () => Promise<void>
}

const LABELS = { fullName: 'full-name', bornOn: 'born', sex: 'sex', nationalId: 'national-id', portrait: 'portrait' } as const

const REQUESTS_KEY = ['me', 'correction-requests']

const useWords = (now: Adjustable | null) => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const say = (field: Change['field'], value: string, inLanguage: Language): string =>
    field === 'bornOn' ? formatDate(value, inLanguage) : field === 'sex' && (value === 'male' || value === 'female') ? text(value) : value
  return {
    oldOf: ({ field }: Change): string =>
      field === 'portrait' ? text('portrait-old') : now === null ? '…' : say(field, now.identity[field] ?? '–', language),
    newOf: ({ field, value }: Change): string => (field === 'portrait' ? text('portrait-new') : say(field, value, language)),
  }
}

/** Old and new side by side, and one sentence. */
export const CheckStep = ({ now, form, changes, onWhat, forget }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { oldOf, newOf } = useWords(now)
  const { requestId, what, photos } = form
  const posting = usePosting<'adjust-request'>(REQUESTS_KEY, forget)
  const kinds = neededPhotos(changes)
  const send = (): void =>
    void posting.run({
      letterId: requestId,
      kind: 'adjust-request',
      title: text('identity-title'),
      body: { requestId, what, wanted: [...changes] },
      photos: photos.filter(({ kind }) => kinds.some((one) => one === kind)),
      resultAt: `/ca-nhan/yeu-cau/${requestId}`,
      editAt: `/ca-nhan/dieu-chinh/thong-tin?thu=${requestId}`,
    })
  return (
    <StepPage
      title={text('check-title')}
      place={{ step: 3, steps: 3 }}
      backTo="/ca-nhan/dieu-chinh"
      busy={posting.busy}
      nextLabel={text('send')}
      onNext={send}
    >
      <p>{text(now === null ? 'check-lead-offline' : 'check-lead')}</p>
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
      <TextAreaField name="what" label={text('what')} hint={text('what-hint')} maxLength={1000} value={what} onChange={onWhat} />
      <LetterRefusal letter={posting.refused} />
      <FailureNotice failure={posting.failure} />
    </StepPage>
  )
}
