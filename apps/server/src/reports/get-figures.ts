import { getFiguresRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { makeFigures } from './make-figures.ts'

export function getFigures(server: Server, platform: Platform): void {
  addRoute(server, getFiguresRoute, ({ request }) => makeFigures(platform.sql, requireActor(request, 'staff')))
}
