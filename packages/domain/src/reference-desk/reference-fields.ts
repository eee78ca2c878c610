import type { Bilingual } from '../values/index.ts'

export const REFERENCE_LISTS = ['health-facility', 'office', 'collection-agent', 'collection-point', 'sick-leave'] as const
export type ReferenceList = (typeof REFERENCE_LISTS)[number]

export const REFERENCE_LIST_NAMES: Readonly<Record<ReferenceList, Bilingual>> = {
  'health-facility': { vi: 'Cơ sở khám chữa bệnh', en: 'Health facilities' },
  office: { vi: 'Cơ quan BHXH', en: 'Social-insurance offices' },
  'collection-agent': { vi: 'Tổ chức dịch vụ thu', en: 'Collection agents' },
  'collection-point': { vi: 'Điểm thu', en: 'Collection points' },
  'sick-leave': { vi: 'Được cấp giấy nghỉ việc hưởng BHXH', en: 'Entitled to issue sick-leave papers' },
}

/** `endsOn`: contract, authority or entitlement holds until that day; none: until further notice. */
export type ReferenceField =
  | 'phone'
  | 'facilityType'
  | 'wardCode'
  | 'address'
  | 'hours'
  | 'openingHours'
  | 'longitude'
  | 'latitude'
  | 'authorityNumber'
  | 'decisionNumber'
  | 'endsOn'

export const REFERENCE_FIELD_NAMES: Readonly<Record<ReferenceField, Bilingual>> = {
  phone: { vi: 'Điện thoại', en: 'Phone' },
  facilityType: { vi: 'Loại hình', en: 'Kind' },
  wardCode: { vi: 'Mã xã, phường', en: 'Code of the ward' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  hours: { vi: 'Giờ làm việc', en: 'Hours' },
  openingHours: { vi: 'Giờ tiếp nhận', en: 'Opening hours' },
  longitude: { vi: 'Kinh độ', en: 'Longitude' },
  latitude: { vi: 'Vĩ độ', en: 'Latitude' },
  authorityNumber: { vi: 'Số hợp đồng uỷ quyền', en: 'Number of the authority' },
  decisionNumber: { vi: 'Số văn bản', en: 'Number of the decision' },
  endsOn: { vi: 'Hiệu lực đến hết ngày', en: 'Valid to the end of' },
}

export const REFERENCE_FIELDS: Readonly<Record<ReferenceList, readonly ReferenceField[]>> = {
  'health-facility': ['phone', 'facilityType', 'wardCode', 'address', 'hours', 'longitude', 'latitude', 'endsOn'],
  office: ['phone', 'address', 'openingHours', 'longitude', 'latitude'],
  'collection-agent': ['phone', 'address', 'authorityNumber', 'endsOn'],
  'collection-point': ['phone', 'hours', 'address', 'wardCode', 'longitude', 'latitude', 'endsOn'],
  'sick-leave': ['decisionNumber', 'endsOn'],
}

export const FACILITY_TYPES = ['hospital', 'clinic', 'health-station', 'health-centre', 'workplace', 'military', 'centre', 'other'] as const
