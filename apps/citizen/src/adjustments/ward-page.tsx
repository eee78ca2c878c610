import type { Adjustable } from '@an-sinh/contract'
import { ChoiceField, Facts, type FieldError, Notice, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'
import { ADJUSTABLE_KEY, useAdjustable } from './use-adjustable.ts'

type Props = { readonly asked: NonNullable<Adjustable['wardAsked']>; readonly address: string | null; readonly onSaved: () => void }

const WardForm = ({ asked, address, onSaved }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const [wardCode, setWardCode] = useState<string | null>(null)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const save = useAction(async (body: { wardCode: string }) => {
    queryClient.setQueryData(ADJUSTABLE_KEY, await call('PUT /api/me/ward', { body }))
    await queryClient.invalidateQueries({ queryKey: ['me'], exact: true })
    onSaved()
  })
  const goOn = (): void => {
    setErrors(wardCode === null ? [{ field: 'ward', sentence: text('ward-asked-missing') }] : [])
    if (wardCode !== null) void save.run({ wardCode })
  }
  return (
    <StepPage
      title={text('ward-asked-title')}
      backTo="/ca-nhan"
      errors={errors}
      busy={save.busy}
      nextLabel={text('ward-asked-save')}
      onNext={goOn}
    >
      <p>{text('ward-asked-lead', { ward: asked.endedName })}</p>
      <Facts facts={[{ label: text('address-now'), value: address ?? text('address-none') }]} />
      <ChoiceField
        name="ward"
        label={text('ward-asked-which')}
        error={errors[0]?.sentence}
        choices={asked.becomes.map(({ wardCode: value, wardName, provinceName }) => ({ value, label: `${wardName}, ${provinceName}` }))}
        value={wardCode}
        onChange={setWardCode}
      />
      <p>
        <Link href="/ca-nhan/dieu-chinh/dia-chi">{text('ward-asked-other')}</Link>
      </p>
      <FailureNotice failure={save.failure} />
    </StepPage>
  )
}

/** "Phường nào bây giờ là của bạn?": asked of whoever's stored ward was divided. */
export const WardPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useAdjustable()
  const [saved, setSaved] = useState(false)
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  if (query.data?.wardAsked && query.data.wardAsked.becomes.length > 0 && !saved)
    return <WardForm asked={query.data.wardAsked} address={query.data.addresses[0]?.address ?? null} onSaved={() => setSaved(true)} />
  if (query.data?.wardAsked && !saved) return <Redirect to="/ca-nhan/dieu-chinh/dia-chi" replace />
  return (
    <Page title={text('ward-asked-title')}>
      <Loaded query={query}>
        {({ addresses }) => (
          <Notice kind="good" live title={text(saved ? 'saved-title' : 'ward-not-asked')}>
            <p>{addresses[0]?.address ?? text('address-none')}</p>
          </Notice>
        )}
      </Loaded>
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}
