import { listRosterFaultsRoute } from '@an-sinh/contract'
import { IMPORT_FAULTS, type ImportFaultCode, ROSTER_NOTES, ROSTER_REGISTER_FAULTS } from '@an-sinh/domain'
import { type FaultRow, listFaults } from '../imports/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listUnsaidRows } from '../rosters/index.ts'
import { getOwnBatch, isUnconfirmed } from './roster-answer.ts'

const MOST = 100
const isFault = (code: string): code is ImportFaultCode => Object.hasOwn(IMPORT_FAULTS, code)
const isNote = (code: string): boolean => (ROSTER_NOTES as readonly string[]).includes(code)

const toAnswer = (fault: FaultRow) => {
  const { says, fix } = IMPORT_FAULTS[isFault(fault.code) ? fault.code : 'not-in-list']
  return { ...fault, written: isNote(fault.code), says, fix }
}

/** Of a file given back as a whole: its own faults, and for every other row, agreeing or not, the same sentence (docs/decisions/0035). */
async function listUnconfirmed(platform: Platform, batchId: string, after: number): Promise<FaultRow[]> {
  const own = await listFaults(platform.sql, batchId, after, MOST, ROSTER_REGISTER_FAULTS)
  const unsaid = await listUnsaidRows(platform.sql, batchId, after, MOST, ROSTER_REGISTER_FAULTS)
  const others = unsaid.map(({ rowNo, value }): FaultRow => ({ rowNo, column: 'insuranceNumber', code: 'file-not-confirmed', value }))
  return [...own, ...others].toSorted((a, b) => a.rowNo - b.rowNo).slice(0, MOST)
}

/** Faults and notes, page by page in the order of the file. */
export function listRosterFaults(server: Server, platform: Platform): void {
  addRoute(server, listRosterFaultsRoute, async ({ params: { importId, afterRowNo }, request }) => {
    const batch = await getOwnBatch(platform.sql, request, importId)
    const after = Number(afterRowNo)
    const faults = isUnconfirmed(batch)
      ? await listUnconfirmed(platform, importId, after)
      : await listFaults(platform.sql, importId, after, MOST)
    return { faults: faults.map(toAnswer) }
  })
}
