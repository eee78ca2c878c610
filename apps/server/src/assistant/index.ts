import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { askHelp } from './ask-help.ts'

/** Adds the assistant: a question in, a quoted passage and one's own case out. */
export function registerAssistant(server: Server, platform: Platform): void {
  askHelp(server, platform)
}
