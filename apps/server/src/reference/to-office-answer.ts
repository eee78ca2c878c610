import type { Office } from '@an-sinh/contract'

import type { OfficeRow } from './office-queries.ts'

/** An office as it leaves the server. The code is the official one, else ours, marked as provisional. */
export function toOfficeAnswer(office: OfficeRow): Office {
  return {
    officeId: office.officeId,
    code: office.officialCode ?? office.provisionalCode,
    codeProvisional: office.officialCode === null,
    name: office.name,
    level: office.officeLevel,
    provinceCode: office.provinceCode,
    address: office.address,
    phone: office.phone,
    hours: office.openingHours,
    hoursAssumed: office.openingHoursAssumed,
    longitude: office.longitude,
    latitude: office.latitude,
    wardCodes: office.wardCodes,
    closures: office.closures.filter(({ cause }) => cause === 'closed'),
  }
}
