import { Button, ChoiceField, Notice, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { type OldWard, toOptions, useOldDistricts, useOldProvinces, useOldWards } from '../api/use-places.ts'
import { PlaceSearch } from '../page/place-search.tsx'
import { TEXTS } from './texts.ts'

export type Successor = OldWard['becomes'][number]
type Props = {
  /** The ward of today that is chosen. */
  readonly usedWard: string | null
  /** `oldAddress`: the names as the person knows them. */
  readonly onUse: (oldAddress: string, successor: Successor) => void
}
type Codes = { readonly province: string | null; readonly district: string | null; readonly ward: string | null }

const NOTHING: Codes = { province: null, district: null, ward: null }

/** One certain successor is used at once; a suggestion, and the only known part of a divided ward, is confirmed; of several it asks which. */
const Successors = ({
  ward,
  onUse,
  usedWard,
}: {
  readonly ward: OldWard
  readonly onUse: (successor: Successor) => void
  readonly usedWard: string | null
}): ReactNode => {
  const text = useTexts(TEXTS)
  const [only] = ward.becomes
  if (only === undefined)
    return (
      <Notice kind="warning" live>
        <p>{text('old-unknown')}</p>
      </Notice>
    )
  if (ward.becomes.length > 1)
    return (
      <ChoiceField
        name="successor"
        label={text('old-split')}
        choices={ward.becomes.map((successor) => ({ value: successor.wardCode, label: successor.fullName }))}
        value={usedWard}
        onChange={(wardCode) => {
          const chosen = ward.becomes.find((successor) => successor.wardCode === wardCode)
          if (chosen !== undefined) onUse(chosen)
        }}
      />
    )
  if (only.wardCode === usedWard)
    return (
      <Notice kind="good" live>
        <p>{text('old-became', { ward: only.fullName })}</p>
      </Notice>
    )
  return (
    <Notice live>
      <p>{text('old-suggested', { ward: only.fullName })}</p>
      <Button kind="second" onClick={() => onUse(only)}>
        {text('old-use')}
      </Button>
    </Notice>
  )
}

/** The way through the names of before 01/07/2025. What was chosen is kept beside the new address, as the person knows it. */
export const OldAddress = ({ usedWard, onUse }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [codes, setCodes] = useState(NOTHING)
  const provinces = useOldProvinces()
  const districts = useOldDistricts(codes.province)
  const wards = useOldWards(codes.district)
  const ward = wards.data?.find(({ code }) => code === codes.ward)
  const names = [
    ward?.fullName,
    districts.data?.find(({ code }) => code === codes.district)?.fullName,
    provinces.data?.find(({ code }) => code === codes.province)?.fullName,
  ]
  const chooseWard = (code: string | null): void => {
    setCodes({ ...codes, ward: code })
    const chosen = wards.data?.find((candidate) => candidate.code === code)
    const [only] = chosen?.becomes ?? []
    if (chosen === undefined || only === undefined || chosen.becomes.length > 1 || only.kind !== 'whole') return
    onUse([chosen.fullName, ...names.slice(1)].filter(Boolean).join(', '), only)
  }
  return (
    <details>
      <summary>{text('old-open')}</summary>
      <p>{text('old-lead')}</p>
      <PlaceSearch
        name="oldProvince"
        label={text('old-province')}
        query={provinces}
        options={toOptionsOf(provinces.data)}
        value={codes.province}
        onChange={(province) => setCodes({ ...NOTHING, province })}
      />
      <PlaceSearch
        name="oldDistrict"
        label={text('old-district')}
        query={districts}
        options={toOptions(districts.data)}
        value={codes.district}
        onChange={(district) => setCodes({ ...codes, district, ward: null })}
      />
      <PlaceSearch
        name="oldWard"
        label={text('old-ward')}
        query={wards}
        options={toOptionsOf(wards.data)}
        value={codes.ward}
        onChange={chooseWard}
      />
      {ward === undefined ? null : (
        <Successors ward={ward} usedWard={usedWard} onUse={(successor) => onUse(names.filter(Boolean).join(', '), successor)} />
      )}
    </details>
  )
}

const toOptionsOf = (units: readonly { readonly code: string; readonly fullName: string }[] = []) =>
  units.map(({ code, fullName }) => ({ value: code, label: fullName }))
