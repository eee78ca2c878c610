import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getDataRequestCase } from './get-data-request-case.ts'
import { listDataRequestQueue } from './list-data-request-queue.ts'
import { moveDataRequest } from './move-data-request.ts'
import { listDataRequests } from './list-data-requests.ts'
import { sendDataRequest } from './send-data-request.ts'
import { withdrawDataRequest } from './withdraw-data-request.ts'

const OWN = [listDataRequests, sendDataRequest, withdrawDataRequest]
const DESK = [listDataRequestQueue, getDataRequestCase, moveDataRequest]

/** Requests about one's own data, with the law's clocks, and the desk that answers them. */
export function registerDataRequests(server: Server, platform: Platform): void {
  for (const register of [...OWN, ...DESK]) register(server, platform)
}
