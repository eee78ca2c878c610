import { previewAnnouncementRoute } from '@an-sinh/contract'
import { type AnnouncementRule, isQuiet } from '@an-sinh/domain'
import { renderSms } from '../message-texts/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readNow, readRule } from './announcement-queries.ts'
import { chooseSegment, requireSayable } from './choose-segment.ts'
import { countMembers } from './segment-queries.ts'

/** Counted no further than this: beyond it the number changes nothing of what is decided. */
export const COUNT_BOUND = 200_000

export const needsFourEyes = (people: number, rule: AnnouncementRule): boolean => people > rule.fourEyesFrom

export function previewAnnouncement(server: Server, { sql }: Platform): void {
  addRoute(server, previewAnnouncementRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    requireSayable(body)
    const { segment, name } = await chooseSegment(sql, actor, body)
    const [rule, now] = [await readRule(sql), await readNow(sql)]
    const counted = await countMembers(sql, segment, COUNT_BOUND + 1)
    const people = Math.min(counted, COUNT_BOUND)
    return {
      segmentName: name,
      people,
      more: counted > COUNT_BOUND,
      fourEyes: needsFourEyes(people, rule),
      minutes: Math.ceil(people / rule.perMinute),
      quiet: !body.urgent && isQuiet(now.getTime(), rule),
      sms: body.urgent ? renderSms({ event: 'announced', title: body.title, words: body.words }) : null,
      smsBudget: rule.smsBudget,
    }
  })
}
