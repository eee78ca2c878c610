import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { ReadableStream } from 'node:stream/web'

import { addDays } from '@an-sinh/domain'

import { loadKeyring } from '../../apps/server/src/platform/keyring.ts'
import { parseSettings } from '../../apps/server/src/platform/settings.ts'
import type { ApiClient } from './api-client.ts'
import { inParallel } from './in-parallel.ts'
import { insertCases } from './made-cases.ts'
import { type Measure, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { serverMegabytes, watchMegabytes } from './process-memory.ts'
import { findQrReader } from './read-qr-pictures.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { signInOfficer } from './sign-in-staff.ts'

const MOST_FORMS = 3000
const DEPARTMENTS = 12
const OFFICE = 101
const MOST_SECONDS = 120
const MOST_MEGABYTES = 400
/** Where the code stands on the page, in millimetres; drawn at about four dots a module. */
const CODE = { x: 152, y: 8, wide: 48, dots: 150 }
const PAGES_AT_ONCE = 250
const READERS = 4
const LEFT_MS = 3000
const START = '2026-11-26'

const dotsOf = (millimetres: number): string => String(Math.round((millimetres / 25.4) * CODE.dots))

/** People of one employer who have registered and agreed to its printing. */
async function enrol(system: RunningSystem, employerId: number, forms: number): Promise<void> {
  const [today] = await system.owner<{ today: string }[]>`SELECT ansinh_today()::text AS today`
  const from = today?.today ?? START
  const made = await insertCases(system, forms, { officeId: OFFICE, state: 'awaiting-visit' }, () => ({
    clockStartedOn: from,
    extensions: 0,
    dueOn: addDays(from, 10),
    graceEndsOn: addDays(from, 13),
    facts: { officeId: OFFICE, moved: [], reminderOns: [] },
  }))
  const rows = made.map(({ registrationId }, at) => ({
    registration_id: registrationId,
    entry_id: randomUUID(),
    department: `Phòng ${String((at % DEPARTMENTS) + 1).padStart(2, '0')}`,
  }))
  for (let at = 0; at < rows.length; at += 1000)
    await system.owner`
      INSERT INTO roster_entries (employer_id, entry_id, full_name, born_on, department, source, registration_id, state)
      SELECT ${employerId}, t.entry_id, r.declared ->> 'fullName', '1990-01-01', t.department, 'measure', t.registration_id, 'registered'
      FROM jsonb_to_recordset(${system.owner.json(rows.slice(at, at + 1000))}) AS t (registration_id uuid, entry_id uuid, department text)
      JOIN registrations r USING (registration_id)`
  await system.owner`
    INSERT INTO printing_consents (registration_id, employer_id) SELECT registration_id, employer_id FROM roster_entries WHERE source = 'measure'`
  await system.owner`ANALYZE roster_entries, printing_consents`
}

/** The codes that the pages should bear, in their order. */
async function listCodes({ owner, environment }: RunningSystem, runId: string): Promise<string[]> {
  const keyring = loadKeyring(parseSettings(environment).keyFile, false)
  const rows = await owner<{ registrationId: string; sealed: Buffer }[]>`
    SELECT l.registration_id AS "registrationId", r.form_code_encrypted AS sealed FROM bulk_form_lines l JOIN registrations r USING (registration_id)
    WHERE l.run_id = ${runId} AND l.printed_at IS NOT NULL ORDER BY l.position`
  return rows.map(({ registrationId, sealed }) => keyring.decrypt('form-code', sealed, registrationId).toString('utf8'))
}

/** How many pages bear another code than they should, or none; read off the drawn pages by somebody else's programs. */
async function countWrongPages(file: string, codes: readonly string[], tell: (line: string) => void): Promise<number> {
  const reader = await findQrReader()
  let wrong = 0
  for (let from = 1; from <= codes.length; from += PAGES_AT_ONCE) {
    const folder = mkdtempSync(join(tmpdir(), 'an-sinh-pages-'))
    try {
      const to = Math.min(codes.length, from + PAGES_AT_ONCE - 1)
      const crop = ['-x', dotsOf(CODE.x), '-y', dotsOf(CODE.y), '-W', dotsOf(CODE.wide), '-H', dotsOf(CODE.wide)]
      execFileSync('pdftoppm', [
        '-png',
        '-gray',
        '-r',
        String(CODE.dots),
        '-f',
        String(from),
        '-l',
        String(to),
        ...crop,
        file,
        join(folder, 'page'),
      ])
      const pictures = (await readdir(folder)).toSorted()
      if (pictures.length !== to - from + 1) tell(`${pictures.length} pages from ${from} to ${to}`)
      await inParallel(pictures, READERS, async (picture, at) => {
        const text = await reader.read(join(folder, picture))
        if (text.split('#').at(-1) === codes[from - 1 + at]) return
        wrong += 1
        tell(`page ${from + at}: read "${text}"`)
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return wrong
}

async function fetchFile(system: RunningSystem, cookie: string, runId: string, file: string): Promise<number> {
  const started = performance.now()
  const answer = await fetch(`${system.officeUrl}/api/employer/bulk-forms/${runId}/file`, { headers: { cookie } })
  if (answer.status !== 200 || answer.body === null) throw new Error(`the file answered ${answer.status}`)
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), createWriteStream(file))
  return (performance.now() - started) / 1000
}

/** Left by its reader after the first pages: whether the run ends there within some seconds. */
async function leaveHalfWay(system: RunningSystem, client: ApiClient): Promise<{ state: string; printed: number }> {
  const order = { sort: 'name', departments: null, entryIds: null, again: true }
  const runId = String((await client.must('POST', '/api/employer/bulk-forms', order)).body['runId'])
  const leave = new AbortController()
  const address = `${system.officeUrl}/api/employer/bulk-forms/${runId}/file`
  const answer = await fetch(address, { headers: { cookie: client.cookie }, signal: leave.signal })
  await answer.body?.getReader().read()
  leave.abort()
  await pause(LEFT_MS)
  const { body } = await client.must('GET', `/api/employer/bulk-forms/${runId}`)
  return { state: String(body['state']), printed: Number(body['printed']) }
}

type Findings = {
  seconds: number
  before: number
  megabytes: number
  pages: number
  auditLines: number
  codes: number
  wrong: number
  left: { state: string; printed: number }
}

async function findOut(system: RunningSystem, forms: number, folder: string, tell: (line: string) => void): Promise<Findings> {
  const [officer] = await system.owner<{ userName: string; employerId: number }[]>`
    SELECT user_name AS "userName", employer_id::int AS "employerId" FROM employer_officers WHERE role = 'officer' ORDER BY officer_id LIMIT 1`
  if (officer === undefined) throw new Error('the demonstration has no officer of an employer')
  await enrol(system, officer.employerId, forms)
  const client = await signInOfficer(system, officer.userName)
  const before = serverMegabytes(system.pidOf('http'))
  const most = watchMegabytes(system.pidOf('http'))
  const order = { sort: 'department', departments: null, entryIds: null, again: false }
  const runId = String((await client.must('POST', '/api/employer/bulk-forms', order)).body['runId'])
  const file = join(folder, 'forms.pdf')
  const seconds = await fetchFile(system, client.cookie, runId, file)
  const megabytes = most()
  const codes = await listCodes(system, runId)
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore'] })
  const [audited] = await system.owner<{ lines: number }[]>`
    SELECT count(*)::int AS lines FROM audit_lines WHERE action = 'form-printed-by-employer'`
  const wrong = await countWrongPages(file, codes, tell)
  const left = await leaveHalfWay(system, client)
  return {
    seconds,
    before,
    megabytes,
    pages: text.split('\f').length - 1,
    auditLines: audited?.lines ?? 0,
    codes: codes.length,
    wrong,
    left,
  }
}

const toLines = (
  { seconds, before, megabytes, pages, auditLines, codes, wrong, left }: Findings,
  forms: number,
  ref: number,
): MeasureLine[] => [
  {
    name: 'bulk-forms: time',
    value: rounded(seconds, 1),
    unit: 's',
    bar: `≤ ${MOST_SECONDS}`,
    ok: seconds <= MOST_SECONDS,
    ref,
    perFormMs: rounded((seconds * 1000) / forms, 1),
  },
  {
    name: 'bulk-forms: memory',
    value: rounded(megabytes, 0),
    unit: 'MB, the server’s highest, the drawing process with it',
    bar: `≤ ${MOST_MEGABYTES}`,
    ok: megabytes <= MOST_MEGABYTES,
    ref,
    beforeMb: rounded(before, 0),
  },
  {
    name: 'bulk-forms: pages',
    value: pages,
    unit: 'pages of one file',
    bar: `= ${forms}`,
    ok: pages === forms && auditLines === forms,
    ref,
    auditLines,
  },
  {
    name: 'bulk-forms: left half-way',
    value: left.printed,
    unit: 'forms printed when its reader had gone',
    bar: `< ${forms}, stopped`,
    ok: left.state === 'stopped' && left.printed < forms,
    ref,
    state: left.state,
  },
  {
    name: 'bulk-forms: codes',
    value: wrong,
    unit: 'pages with another code, or none',
    bar: '= 0',
    ok: wrong === 0 && codes === forms,
    ref,
    read: codes,
  },
]

/** One employer's forms as one file: how long, how much memory, every page with its own code. */
export const measure: Measure = {
  name: 'bulk-forms',
  run: async ({ people, reference, tell }) => {
    const forms = people ?? MOST_FORMS
    const system = await startSystem({ people: 1200, durable: false, worker: false })
    const folder = mkdtempSync(join(tmpdir(), 'an-sinh-forms-'))
    try {
      const parts = toLines(await findOut(system, forms, folder, tell), forms, rounded(reference.measure(), 1))
      return [...parts, sumParts('bulk-forms', parts)]
    } finally {
      rmSync(folder, { recursive: true, force: true })
      await system.stop()
    }
  },
}
