import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { ApiClient } from './api-client.ts'
import { type Measure, type MeasureLine, percentile, rounded, sumParts } from './measure-line.ts'
import { confirmRoster, sendRoster, signInOfficer } from './roster-client.ts'
import { findEmployers, insertEmployees, type MadeEmployee, makeEmployees } from './roster-people.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { writeSheet } from './write-sheet.ts'

const [SMALL, LARGE] = [3000, 20_000]
const [PREVIEW_S, COMMIT_S, ALL_S, MEMORY_MB, TIMES] = [10, 30, 60, 400, 2]
/** Of answers of a few milliseconds the clock and the scheduler are a large part: below this nobody waits. */
const NOISE_MS = 15
const IDLE_MS = 8000
const HEADINGS = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Mã số BHXH', 'Số CCCD', 'Bộ phận', 'Ca làm việc']

const writeList = (people: readonly MadeEmployee[]): Buffer =>
  writeSheet([
    ['DANH SÁCH NGƯỜI LAO ĐỘNG'],
    HEADINGS,
    ...people.map(({ name, born, sex, number, id, department, shift }, at) => [
      String(at + 1),
      name,
      born,
      sex,
      number,
      id,
      department,
      shift,
    ]),
  ])

/** The other people at the server: one after another, a little apart; their answers' milliseconds. */
function watchOthers(client: ApiClient): { stop: () => Promise<number[]> } {
  const stopping = new AbortController()
  const watching = (async (): Promise<number[]> => {
    const times: number[] = []
    while (!stopping.signal.aborted) {
      const begun = performance.now()
      await client.must('GET', '/api/employer/home')
      times.push(performance.now() - begun)
      await pause(20)
    }
    return times
  })()
  return {
    stop: () => {
      stopping.abort()
      return watching
    },
  }
}

const memoryMb = (pid: number, which: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(String.raw`${which}:\s+(\d+)`, 'u').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

type Memory = { http: number; worker: number }
/** The most that each process holds while it is watched; their peak since the start has the password hashing of whoever signed in. */
function watchMemory(system: RunningSystem): { stop: () => Memory } {
  const most: Memory = { http: 0, worker: 0 }
  const timer = setInterval(() => {
    for (const part of ['http', 'worker'] as const) most[part] = Math.max(most[part], memoryMb(system.pidOf(part), 'VmRSS'))
  }, 50)
  return {
    stop: () => {
      clearInterval(timer)
      return most
    },
  }
}

const seconds = (since: number): number => (performance.now() - since) / 1000

async function run(client: ApiClient, people: readonly MadeEmployee[], bytes: Buffer) {
  const begun = performance.now()
  const preview = await sendRoster(client, { name: `danh-sach-${people.length}.xlsx`, format: 'xlsx', bytes })
  const previewS = seconds(begun)
  if (preview.state !== 'preview') throw new Error(`the preview is ${preview.state} ${preview.refusal?.code ?? ''}`)
  const confirmed = performance.now()
  const after = await confirmRoster(client, preview)
  if (after.state !== 'applied') throw new Error(`written as ${after.state}`)
  return { previewS, commitS: seconds(confirmed) }
}

const countLines = async ({ owner }: RunningSystem, employerId: number): Promise<number> => {
  const [row] = await owner<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM roster_entries WHERE employer_id = ${employerId} AND left_on IS NULL`
  return row?.count ?? 0
}

type Run = { previewS: number; commitS: number }
type Measured = {
  first: Run
  second: Run
  lines: number
  before: number
  during: number
  memory: Memory
  peaks: Memory
  ref: number
}

function toParts({ first, second, lines, before, during, memory, peaks, ref }: Measured): MeasureLine[] {
  const all = second.previewS + second.commitS
  const largest = Math.max(memory.http, memory.worker)
  return [
    {
      name: 'roster-preview-3000',
      value: rounded(first.previewS),
      unit: 's to the preview',
      bar: `≤ ${PREVIEW_S}`,
      ok: first.previewS <= PREVIEW_S,
      ref,
    },
    {
      name: 'roster-commit-3000',
      value: rounded(first.commitS),
      unit: 's to written',
      bar: `≤ ${COMMIT_S}`,
      ok: first.commitS <= COMMIT_S,
      ref,
    },
    {
      name: 'roster-20000',
      value: rounded(all),
      unit: 's in all',
      bar: `≤ ${ALL_S}`,
      ok: all <= ALL_S && lines === SMALL + LARGE,
      ref,
      previewS: rounded(second.previewS),
      commitS: rounded(second.commitS),
      lines,
    },
    {
      name: 'roster-memory',
      value: rounded(largest, 0),
      unit: 'MB, the larger process',
      bar: `≤ ${MEMORY_MB}`,
      ok: largest <= MEMORY_MB,
      ref,
      httpMb: rounded(memory.http, 0),
      httpPeakSinceStartMb: rounded(peaks.http, 0),
      workerPeakSinceStartMb: rounded(peaks.worker, 0),
      workerMb: rounded(memory.worker, 0),
    },
    {
      name: 'roster-others-p95',
      value: rounded(during / before),
      unit: '× p95 of others',
      bar: `≤ ${TIMES}`,
      ok: during <= Math.max(before * TIMES, NOISE_MS),
      ref,
      idleMs: rounded(before),
      busyMs: rounded(during),
    },
  ]
}

/** A roster of 3,000 and one of 20,000, XLSX, through preview and yes, while others use the server. */
export const measure: Measure = {
  name: 'roster-preview',
  run: async (context) => {
    const system = await startSystem({ people: 60 })
    try {
      const { own } = await findEmployers(system)
      const people = makeEmployees(SMALL + LARGE)
      for (let at = 0; at < people.length; at += 2000) await insertEmployees(system, own.employerId, people.slice(at, at + 2000))
      await system.owner`ANALYZE`
      const [few, many] = [people.slice(0, SMALL), people.slice(SMALL)]
      const [small, large] = [writeList(few), writeList(many)]
      const client = await signInOfficer(system)
      const idle = watchOthers(client)
      await pause(IDLE_MS)
      const before = percentile(await idle.stop(), 0.95)
      const watched = watchMemory(system)
      const busy = watchOthers(client)
      const first = await run(client, few, small)
      const second = await run(client, many, large)
      const during = percentile(await busy.stop(), 0.95)
      const lines = await countLines(system, own.employerId)
      const memory = watched.stop()
      const peaks = { http: memoryMb(system.pidOf('http'), 'VmHWM'), worker: memoryMb(system.pidOf('worker'), 'VmHWM') }
      const ref = Number(context.reference.measure().toFixed(1))
      const parts = toParts({ first, second, lines, before, during, memory, peaks, ref })
      return [...parts, sumParts('roster-preview', parts)]
    } finally {
      await system.stop()
    }
  },
}
