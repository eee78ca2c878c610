import { getPublicSettingsRoute } from '@an-sinh/contract'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { findAnnounced } from './announced-memory.ts'
import { findInstallation } from './operations-queries.ts'

/** The version of the privacy text on screen; a new text is a new version here and in the citizen app's messages. */
export const PRIVACY_TEXT_VERSION = '2026-11-23'

export function getPublicSettings(server: Server, platform: Platform): void {
  addRoute(server, getPublicSettingsRoute, async () => {
    const installation = requireFound(await findInstallation(platform.sql), 'unavailable')
    const { hotline, undoSeconds, mapTiles } = platform.settings
    const { demo, today } = installation
    const announced = await findAnnounced(platform)
    return { hotline, undoSeconds, demo, today, announced, privacyTextVersion: PRIVACY_TEXT_VERSION, mapTiles }
  })
}
