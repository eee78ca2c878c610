import { listImportFaultsRoute } from '@an-sinh/contract'
import { IMPORT_FAULTS } from '@an-sinh/domain'
import { type FaultRow, listFaults } from '../imports/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readAudited } from './to-import-answer.ts'

const MOST = 100
const isFault = (code: string): code is keyof typeof IMPORT_FAULTS => Object.hasOwn(IMPORT_FAULTS, code)

const toAnswer = (fault: FaultRow) => {
  const { says, fix } = IMPORT_FAULTS[isFault(fault.code) ? fault.code : 'not-in-list']
  return { ...fault, says, fix }
}

/** Row errors, page by page in the order of the file. */
export function listImportFaults(server: Server, platform: Platform): void {
  addRoute(server, listImportFaultsRoute, ({ params: { importId, afterRowNo }, request }) =>
    readAudited(platform, request, { importId, part: 'faults' }, async (transaction) => ({
      faults: (await listFaults(transaction, importId, Number(afterRowNo), MOST)).map(toAnswer),
    })),
  )
}
