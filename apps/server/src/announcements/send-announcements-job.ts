import { type AnnouncementRule, isQuiet, leftInMinute } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { tellMany } from '../notices/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { holdNextRunning, readNow, readRule, recordProgress, type RunningRow, waitForApproval } from './announcement-queries.ts'
import { COUNT_BOUND, needsFourEyes } from './preview-announcement.ts'
import { countMembers, listNextMembers, noticeKeyOf, type Segment } from './segment-queries.ts'

/** People of one transaction: a stop waits for one of these at most. */
const CHUNK = 500
const MINUTE_MS = 60_000

type Round = { platform: Platform; rule: AnnouncementRule; chunk: number }

const segmentOf = ({ segment, segmentCode, correctsId }: RunningRow): Segment => ({ kind: segment, code: segmentCode, correctsId })

/** One that nobody else has seen reaches few: should its segment have grown since it was asked for, it waits before the next is told. */
const outgrew = async ({ rule }: Round, transaction: Transaction, running: RunningRow): Promise<boolean> => {
  if (running.isApproved) return false
  const { announcementId, told } = running
  const counted = await countMembers(transaction, segmentOf(running), COUNT_BOUND, running.toldUntil)
  const people = Math.min(told + counted, COUNT_BOUND)
  if (!needsFourEyes(people, rule)) return false
  await waitForApproval(transaction, announcementId, people)
  const actor = { kind: 'system', job: 'send-announcements' } as const
  await recordAudit(transaction, { actor, action: 'announcement-outgrown', details: { announcementId, people } })
  return true
}

/** The next people are told and counted in one transaction: after a kill it goes on behind the last of them. Answers how many; null: nothing more now. */
const tellNext = async ({ platform, rule, chunk }: Round, transaction: Transaction, running: RunningRow): Promise<number | null> => {
  const now = (await readNow(transaction)).getTime()
  if (!running.urgent && isQuiet(now, rule)) return null
  const minuteAt = running.minuteAt?.getTime() ?? 0
  const limit = Math.min(chunk, leftInMinute(rule, { minuteAt, minuteTold: running.minuteTold, now }))
  if (limit === 0) return null
  if (await outgrew({ platform, rule, chunk }, transaction, running)) return null
  const people = await listNextMembers(transaction, segmentOf(running), running.toldUntil, limit)
  const counts = await tellMany(platform, transaction, people, {
    key: noticeKeyOf(running.announcementId),
    content: { event: 'announced', title: running.title, words: running.words },
    mostSms: running.urgent ? Math.max(0, rule.smsBudget - running.sms) : 0,
  })
  await recordProgress(transaction, running.announcementId, {
    ...counts,
    looked: people.length,
    toldUntil: people.at(-1)?.personId ?? running.toldUntil,
    isNewMinute: now - minuteAt >= MINUTE_MS,
    isLast: people.length < limit,
  })
  return people.length < limit ? null : people.length
}

/** What may leave in this minute, part by part. Safe to run twice, at once, and to go on with after a kill. */
export async function sendAnnouncements(platform: Platform, { chunk = CHUNK }: { chunk?: number } = {}): Promise<void> {
  const rule = await readRule(platform.sql)
  const done: string[] = []
  for (;;) {
    const left = await inTransaction(platform, async (transaction) => {
      const running = await holdNextRunning(transaction, done)
      if (running === null) return false
      if ((await tellNext({ platform, rule, chunk }, transaction, running)) === null) done.push(running.announcementId)
      return true
    })
    if (!left) return
  }
}
