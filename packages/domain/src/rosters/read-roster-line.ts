import type { CivilDate } from '../calendar/index.ts'
import type { ImportFaultCode } from '../imports/index.ts'
import { checkRosterRow } from './check-roster-row.ts'
import { ROSTER_COLUMNS } from './roster-columns.ts'
import { type RosterEntryKind, rosterRulesOn } from './roster-rules.ts'

export const ROSTER_LINE_FIELDS = [
  'fullName',
  'bornOn',
  'sex',
  'nationalId',
  'idExpiresOn',
  'insuranceNumber',
  'employeeNumber',
  'department',
  'shift',
  'workPhone',
  'workEmail',
  'joinedOn',
] as const
export type RosterLineField = (typeof ROSTER_LINE_FIELDS)[number]
/** Canonical texts; empty fields are null. */
export type RosterLineTexts = Readonly<Record<RosterLineField, string | null>>
export type RosterLineFault = { readonly field: RosterLineField; readonly code: ImportFaultCode }

/** The latest day on which somebody of this birth date (a day or a year) is not yet so many years old. */
const isUnder = (years: number, bornOn: string, today: CivilDate): boolean => {
  const birthday = `${String(Number(bornOn.slice(0, 4)) + years).padStart(4, '0')}${bornOn.length === 4 ? '-01-01' : bornOn.slice(4)}`
  return birthday > today
}

/**
 * One line typed by hand, each field read as a cell of a file is. A person without any number is taken: whoever types one line has looked at
 * the papers. Nothing here asks the register.
 */
export const readRosterLine = (
  typed: Readonly<Record<RosterLineField, string>>,
  { kind, today }: { readonly kind: RosterEntryKind; readonly today: CivilDate },
): { readonly ok: true; readonly line: RosterLineTexts } | { readonly ok: false; readonly faults: readonly RosterLineFault[] } => {
  const faults: RosterLineFault[] = []
  const line: Record<string, string | null> = {}
  for (const field of ROSTER_LINE_FIELDS) {
    const column = ROSTER_COLUMNS.find(({ name }) => name === field)
    const parsed = column?.parse(typed[field]) ?? { ok: true, text: null }
    if (!parsed.ok) faults.push({ field, code: parsed.code })
    else if (parsed.text === null && column?.required === 'file') faults.push({ field, code: 'missing' })
    line[field] = parsed.ok ? parsed.text : null
  }
  const bornOn = line['bornOn'] ?? null
  if (bornOn !== null && bornOn.slice(0, 4) > today.slice(0, 4)) faults.push({ field: 'bornOn', code: 'in-the-future' })
  else if (bornOn !== null && isUnder(rosterRulesOn(today).leastAge[kind], bornOn, today))
    faults.push({ field: 'bornOn', code: 'too-young' })
  for (const { column, code } of checkRosterRow(line)) if (code !== 'no-number') faults.push({ field: column as RosterLineField, code })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, line: line as RosterLineTexts }
}
