import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { exportFigures } from './export-figures.ts'
import { getFigures } from './get-figures.ts'

/** Figures for staff: of the own office, of nobody in it. */
export function registerReports(server: Server, platform: Platform): void {
  getFigures(server, platform)
  exportFigures(server, platform)
}
