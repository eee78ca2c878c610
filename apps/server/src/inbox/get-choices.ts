import { getNoticeChoicesRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readChoices } from './read-choices.ts'

export function getChoices(server: Server, platform: Platform): void {
  addRoute(server, getNoticeChoicesRoute, async ({ request }) => readChoices(platform, requireActor(request, 'citizen').personId))
}
