import type { AdministrativeUnit } from '@an-sinh/contract'
import type { Option } from '@an-sinh/ui'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from './call.ts'
import { callAndKeep } from './call-and-keep.ts'
import type { AnswerTo } from './routes.ts'

/** Lists change by law, not by the hour. */
const LONG = { staleTime: 3_600_000, gcTime: 3_600_000 } as const

export const toOptions = (units: readonly AdministrativeUnit[] = []): readonly Option[] =>
  units.map(({ code, fullName }) => ({ value: code, label: fullName }))

export const useProvinces = (): UseQueryResult<AdministrativeUnit[]> =>
  useQuery({ queryKey: ['provinces'], queryFn: async () => (await callAndKeep('GET /api/provinces', {})).provinces, ...LONG })

/** Wards of a province; nothing is asked while no province is chosen. */
export const useWards = (provinceCode: string | null): UseQueryResult<AdministrativeUnit[]> =>
  useQuery({
    queryKey: ['wards', provinceCode],
    queryFn: async () => (await callAndKeep('GET /api/wards', { query: { provinceCode: provinceCode ?? '' } })).wards,
    enabled: provinceCode !== null,
    ...LONG,
  })

/** Names of a place of which perhaps only the codes are known, as in a registration that comes from the server. */
export const usePlaceNames = (codes: {
  readonly provinceCode: string | null
  readonly wardCode: string | null
}): { readonly province: string; readonly ward: string } => {
  const provinces = useProvinces()
  const wards = useWards(codes.provinceCode)
  return {
    province: provinces.data?.find(({ code }) => code === codes.provinceCode)?.fullName ?? '',
    ward: wards.data?.find(({ code }) => code === codes.wardCode)?.fullName ?? '',
  }
}

export type OldProvince = AnswerTo<'GET /api/old-provinces'>['provinces'][number]

export const useOldProvinces = (): UseQueryResult<OldProvince[]> =>
  useQuery({ queryKey: ['old-provinces'], queryFn: async () => (await call('GET /api/old-provinces', {})).provinces, ...LONG })

export const useOldDistricts = (oldProvinceCode: string | null): UseQueryResult<AdministrativeUnit[]> =>
  useQuery({
    queryKey: ['old-districts', oldProvinceCode],
    queryFn: async () => (await call('GET /api/old-districts', { query: { oldProvinceCode: oldProvinceCode ?? '' } })).districts,
    enabled: oldProvinceCode !== null,
    ...LONG,
  })

export type OldWard = AnswerTo<'GET /api/old-wards'>['wards'][number]

export const useOldWards = (oldDistrictCode: string | null): UseQueryResult<OldWard[]> =>
  useQuery({
    queryKey: ['old-wards', oldDistrictCode],
    queryFn: async () => (await call('GET /api/old-wards', { query: { oldDistrictCode: oldDistrictCode ?? '' } })).wards,
    enabled: oldDistrictCode !== null,
    ...LONG,
  })

export type OfficeRow = AnswerTo<'GET /api/offices'>['offices'][number]

/** Offices that take registrations, in the server's order: those of the ward first, then the nearest. */
export const useOffices = (provinceCode: string | null, wardCode: string | null): UseQueryResult<OfficeRow[]> =>
  useQuery({
    queryKey: ['offices', provinceCode, wardCode],
    queryFn: async () =>
      (
        await call('GET /api/offices', {
          query: { ...(provinceCode === null ? {} : { provinceCode }), ...(wardCode === null ? {} : { wardCode }) },
        })
      ).offices,
    enabled: provinceCode !== null,
    ...LONG,
  })
