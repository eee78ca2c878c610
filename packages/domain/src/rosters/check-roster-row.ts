import type { ImportFaultCode } from '../imports/index.ts'

type RosterFault = { readonly column: string; readonly code: ImportFaultCode; readonly value: string | null }

/** What is wrong between the cells of one line, each good by itself. Dates are `YYYY-MM-DD`, a birth date may be a year. */
export const checkRosterRow = (row: Readonly<Record<string, string | null>>): readonly RosterFault[] => {
  const { bornOn = null, joinedOn = null, leftOn = null, idExpiresOn = null, insuranceNumber = null, nationalId = null } = row
  const faults: RosterFault[] = []
  if (insuranceNumber === null && nationalId === null) faults.push({ column: 'insuranceNumber', code: 'no-number', value: null })
  // Two swapped columns of dates look like this.
  for (const [column, day] of [
    ['joinedOn', joinedOn],
    ['idExpiresOn', idExpiresOn],
  ] as const)
    if (day !== null && bornOn !== null && day.slice(0, bornOn.length) <= bornOn) faults.push({ column, code: 'outside-life', value: day })
  if (leftOn !== null && joinedOn !== null && leftOn < joinedOn) faults.push({ column: 'leftOn', code: 'to-before-from', value: leftOn })
  return faults
}
