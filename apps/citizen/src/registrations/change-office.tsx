import type { Registration } from '@an-sinh/contract'
import { Button, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { toOptions, useProvinces } from '../shared/api/use-places.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { OfficeList } from '../shared/page/office-list.tsx'
import { PlaceSearch } from '../shared/page/place-search.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'
import { registrationKey } from './use-registration.ts'

type Props = { readonly registration: Registration }

const ChangeForm = ({ registration, onDone }: Props & { readonly onDone: () => void }): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const provinces = useProvinces()
  const { registrationId, office, answers } = registration
  const [provinceCode, setProvinceCode] = useState(office?.provinceCode ?? null)
  const [officeId, setOfficeId] = useState(office?.officeId ?? null)
  const [missing, setMissing] = useState(false)
  const change = useAction(async (chosen: number) => {
    const params = { registrationId }
    queryClient.setQueryData(
      registrationKey(registrationId),
      await call('PUT /api/registrations/:registrationId/office', { params, body: { officeId: chosen } }),
    )
    onDone()
  })
  const save = (): void => {
    setMissing(officeId === null)
    if (officeId !== null) void change.run(officeId)
  }
  return (
    <section className="panel">
      <h3>{text('change-office-title')}</h3>
      <PlaceSearch
        name="officeProvince"
        label={text('change-office-province')}
        query={provinces}
        options={toOptions(provinces.data)}
        value={provinceCode}
        onChange={(code) => {
          setProvinceCode(code)
          setOfficeId(null)
        }}
      />
      <OfficeList
        provinceCode={provinceCode}
        wardCode={answers !== null && answers.provinceCode === provinceCode ? answers.wardCode : null}
        officeId={officeId}
        error={missing ? text('change-office-missing') : undefined}
        onChange={(chosen) => setOfficeId(chosen.officeId)}
      />
      <div className="button-row">
        <Button busy={change.busy} onClick={save}>
          {text('change-office-save')}
        </Button>
        <Button kind="second" onClick={onDone}>
          {text('change-office-cancel')}
        </Button>
      </div>
      <FailureNotice failure={change.failure} />
    </section>
  )
}

/** Another office to hand in at; the due date follows its calendar. */
export const ChangeOffice = ({ registration }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [open, setOpen] = useState(false)
  if (open) return <ChangeForm registration={registration} onDone={() => setOpen(false)} />
  return (
    <div className="field">
      <Button kind="second" onClick={() => setOpen(true)}>
        {text('change-office')}
      </Button>
    </div>
  )
}
