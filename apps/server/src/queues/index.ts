import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { assignCases } from './assign-cases.ts'
import { catchUpCases } from './catch-up-cases.ts'
import { listQueue } from './list-queue.ts'
import { printCases } from './print-cases.ts'
import { printExpectedCases } from './print-expected-cases.ts'
import { receiveCases } from './receive-cases.ts'
import { remindCases } from './remind-cases.ts'

/** The cases of a desk in their groups, what is done with many at once, and what carries it through an outage. */
export function registerQueues(server: Server, platform: Platform): void {
  for (const register of [listQueue, remindCases, receiveCases, assignCases, printCases, printExpectedCases, catchUpCases])
    register(server, platform)
}
