import type { ImportKinds } from '../imports/index.ts'
import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { decideCloseMatchesEndpoint } from './decide-close-matches.ts'
import { listCloseMatchesEndpoint } from './list-close-matches.ts'

export function registerImportDecisions(server: Server, platform: Platform, kinds: ImportKinds): void {
  listCloseMatchesEndpoint(server, platform, kinds)
  decideCloseMatchesEndpoint(server, platform, kinds)
}
