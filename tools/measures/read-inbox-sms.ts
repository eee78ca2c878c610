import { setTimeout as pause } from 'node:timers/promises'

import type postgres from 'postgres'

/** The newest text to a phone that matches, waited for; null when none came. */
export type ReadSms = (phone: string, wanted: RegExp, patienceMs?: number) => Promise<string | null>

/** What the inbox page of the demo shows for a phone. */
export const readInboxSms =
  (owner: postgres.Sql): ReadSms =>
  async (phone, wanted, patienceMs = 20_000) => {
    const until = Date.now() + patienceMs
    do {
      const rows = await owner<{ body: string }[]>`
        SELECT body FROM inbox_messages WHERE recipient = ${`+84${phone.slice(-9)}`} ORDER BY inbox_message_id DESC LIMIT 10`
      const found = rows.find((row) => wanted.test(row.body))
      if (found !== undefined) return found.body
      await pause(60)
    } while (Date.now() < until)
    return null
  }
