import { execFile, spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

import { ApiClient } from './api-client.ts'
import { inParallel } from './in-parallel.ts'
import type { MeasureContext, MeasureLine } from './measure-line.ts'
import { moveClock } from './move-clock.ts'
import { readInboxSms } from './read-inbox-sms.ts'
import { registerSomeone, type Submitted } from './register-someone.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { signInStaff } from './sign-in-staff.ts'

const CASES = 1000
const DAYS = 20
const AT_ONCE = 4
const CLERK = 'canbo.dongda'
const DAY_MS = 86_400_000

type Seen = Submitted & { officeId: number; places: Record<string, string | null> }

const toCivil = (text: string | undefined): string | null => text?.replace(/(\d\d)\/(\d\d)\/(\d{4})/, '$3-$2-$1') ?? null

/** Twenty days over nine months, so that week-ends, Tết and spring holidays are met; every fourth begins 20 s before midnight in Viet Nam. */
const listInstants = (): Date[] => {
  const midnight = new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00+07:00`).getTime()
  return Array.from(
    { length: DAYS },
    (_, at) => new Date(midnight + (1 + at * 13 + (at % 3)) * DAY_MS + (at % 4 === 0 ? -20_000 : 9 * 3_600_000)),
  )
}

const readPdf = (pdf: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = execFile('pdftotext', ['-layout', '-', '-'], (error, text) => (error === null ? resolve(text) : reject(error)))
    reader.stdin?.end(pdf)
  })

async function lookAtOwnPlaces(client: ApiClient, submitted: Submitted): Promise<Record<string, string | null>> {
  const own = await client.patiently('GET', `/api/registrations/${submitted.registrationId}`)
  const status = await client.patiently('POST', '/api/registration-status', { formCode: submitted.formCode })
  const pdf = await client.patiently('GET', `/api/registrations/${submitted.registrationId}/form-01`)
  const text = await readPdf(pdf.bytes)
  return {
    submission: submitted.dueOn,
    own: String(own.body['dueOn']),
    status: String(status.body['dueOn']),
    pdf: toCivil(/Hạn nộp[^\d]*(\d\d\/\d\d\/\d{4})/u.exec(text.normalize('NFC'))?.[1]),
  }
}

/** The clock jumps by days next: a text still in the outbox would be given up as a day old. Nothing is held back here, so none may be left. */
async function untilTextsLeft(system: RunningSystem): Promise<void> {
  for (let look = 0; look < 600; look += 1) {
    const [waiting] = await system.owner<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM messages WHERE state IN ('queued', 'temporary')`
    if (waiting?.count === 0) return
    await pause(100)
  }
  throw new Error('texts stayed in the outbox for a minute')
}

async function registerAll(context: MeasureContext, system: RunningSystem, offices: readonly number[]): Promise<Seen[]> {
  const settings = await new ApiClient(system.citizenUrl).must('GET', '/api/settings')
  const [ward] = await system.owner<{ wardCode: string; provinceCode: string }[]>`
    SELECT unit_code AS "wardCode", parent_code AS "provinceCode" FROM administrative_units WHERE unit_level = 'ward' ORDER BY unit_code LIMIT 1`
  if (ward === undefined) throw new Error('no ward in the reference lists')
  const seen: Seen[] = []
  const numbers = Array.from({ length: CASES / DAYS }, (_, at) => at)
  for (const [day, instant] of listInstants().entries()) {
    await moveClock(system, instant)
    await inParallel(numbers, AT_ONCE, async (at) => {
      const serial = day * numbers.length + at
      const officeId = offices[serial % offices.length] ?? 0
      const client = new ApiClient(system.citizenUrl)
      const someone = {
        fullName: 'Nguyễn Thị Hạn Định',
        insuranceNumber: `99${50_000_000 + serial}`,
        bornOn: '1990-01-02',
        sex: 'female',
        phone: `095${5_000_000 + serial}`,
        officeId,
        ...ward,
      }
      const submitted = await registerSomeone(client, someone, {
        readSms: readInboxSms(system.owner),
        privacyTextVersion: String(settings.body['privacyTextVersion']),
        patient: true,
      })
      seen.push({ ...submitted, officeId, places: await lookAtOwnPlaces(client, submitted) })
    })
    await untilTextsLeft(system)
    context.tell(`${instant.toISOString()}: ${seen.length} registrations`)
  }
  return seen
}

/** The text that told each applicant, by file number. */
async function readTexts(system: RunningSystem): Promise<Map<string, string | null>> {
  const rows = await system.owner<{ body: string }[]>`SELECT body FROM inbox_messages WHERE body LIKE '%Da nhan dang ky%'`
  return new Map(rows.map(({ body }) => [/dang ky (\S+)\./.exec(body)?.[1] ?? '', toCivil(/den het (\d\d\/\d\d\/\d{4})/.exec(body)?.[1])]))
}

/** What the clerks of these offices read in their queue. One clerk stands in for all: the office of a clerk is a column. */
async function readQueues(system: RunningSystem, offices: readonly number[]): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>()
  const clerk = await signInStaff(system, CLERK)
  for (const officeId of offices) {
    await system.owner`UPDATE staff_users SET office_id = ${officeId} WHERE user_name = ${CLERK}`
    let cursor: unknown = null
    do {
      const page = await clerk.must('POST', '/api/counter/queue', typeof cursor === 'string' ? { cursor } : {})
      for (const item of page.body['items'] as { fileNumber: string; dueOn: string | null }[]) found.set(item.fileNumber, item.dueOn)
      cursor = page.body['nextCursor']
    } while (typeof cursor === 'string' && found.size < 10 * CASES)
  }
  return found
}

async function comparePlaces(context: MeasureContext, system: RunningSystem): Promise<MeasureLine> {
  const rows = await system.owner<
    { officeId: number }[]
  >`SELECT office_id AS "officeId" FROM offices WHERE receives_registrations ORDER BY office_id LIMIT 8`
  const offices = rows.map((row) => row.officeId)
  await system.owner`
    INSERT INTO office_closures (closure_id, office_id, from_on, to_on, reason)
    SELECT gen_random_uuid(), id, ansinh_today() + at * 11 + id % 7, ansinh_today() + at * 11 + id % 7 + 3, 'measurement' FROM unnest(${offices}::int[]) AS t(id), generate_series(1, 30, 2) AS at WHERE id % 2 = 0`
  const seen = await registerAll(context, system, offices)
  const [texts, queue] = [await readTexts(system), await readQueues(system, offices)]
  let different = 0
  for (const one of seen) {
    const places = { ...one.places, sms: texts.get(one.fileNumber) ?? null, queue: queue.get(one.fileNumber) ?? null }
    if (new Set(Object.values(places)).size === 1) continue
    different += 1
    if (different <= 5) context.tell(`${one.fileNumber}: ${JSON.stringify(places)}`)
  }
  const days = new Set(seen.map((one) => one.dueOn)).size
  const [moved] = await system.owner<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM registrations WHERE due_on <> clock_started_on + 10`
  return {
    name: 'deadline.places',
    value: different,
    unit: `different of ${seen.length}`,
    bar: `0 of ${CASES}`,
    ok: different === 0 && seen.length === CASES,
    ref: context.reference.measure(),
    places: ['submission', 'own registration', 'status', 'PDF', 'SMS', 'queue'],
    offices: offices.length,
    dueDays: days,
    movedByClosedDays: moved?.count ?? 0,
  }
}

/** The same due date in the API, the PDF, the text and the clerk's queue, for registrations made through the API while the clock moves on. */
export async function measureDeadlinePlaces(context: MeasureContext): Promise<MeasureLine> {
  if (spawnSync('pdftotext', ['-v']).error !== undefined) throw new Error('pdftotext is missing: apt-get install poppler-utils')
  const system = await startSystem({ durable: false })
  try {
    return await comparePlaces(context, system)
  } finally {
    await system.stop()
  }
}
