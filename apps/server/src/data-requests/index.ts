import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listDataRequests } from './list-data-requests.ts'
import { sendDataRequest } from './send-data-request.ts'
import { withdrawDataRequest } from './withdraw-data-request.ts'

/** Requests about one's own data, with the law's clocks. */
export function registerDataRequests(server: Server, platform: Platform): void {
  for (const register of [listDataRequests, sendDataRequest, withdrawDataRequest]) register(server, platform)
}
