import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getStatus } from './get-status.ts'
import { moveIncidentDeadlines, previewIncidentDeadlines, undoIncidentDeadlines } from './incident-deadlines.ts'
import { listIncidents } from './list-incidents.ts'
import { listSignals } from './list-signals.ts'
import { openIncident } from './open-incident.ts'
import { makeStatusMemory } from './status-memory.ts'
import { updateIncident } from './update-incident.ts'

export { makeStatusMemory } from './status-memory.ts'
export { isSpokenFor, listSpokenFor } from './speak-for.ts'

/** What is wrong, being worked at or to be warned of: the public page, the desk that says so, and the deadlines that move for it. */
export function registerIncidents(server: Server, platform: Platform): void {
  const memory = makeStatusMemory(platform)
  getStatus(server, memory)
  listIncidents(server, platform)
  listSignals(server, platform)
  previewIncidentDeadlines(server, platform)
  for (const register of [openIncident, updateIncident, moveIncidentDeadlines, undoIncidentDeadlines]) register(server, platform, memory)
}
