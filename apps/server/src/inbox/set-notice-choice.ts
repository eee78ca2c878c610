import { setNoticeChoiceRoute } from '@an-sinh/contract'
import { setChoice } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readChoices } from './read-choices.ts'

export function setNoticeChoice(server: Server, platform: Platform): void {
  addRoute(server, setNoticeChoiceRoute, async ({ body, request }) => {
    const { personId } = requireActor(request, 'citizen')
    await setChoice(platform.sql, personId, body)
    return readChoices(platform, personId)
  })
}
