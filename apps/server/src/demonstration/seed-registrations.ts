import type { Platform } from '../platform/platform.ts'
import { type DemoApp, type OpenDemoApp, withDemoApp } from './demo-app.ts'
import { type Applicant, countRegistrations, listApplicants } from './demonstration-queries.ts'
import { type DemoRegistration, type Deviation, registerApplicant } from './register-applicant.ts'
import { requireDemo } from './require-demo.ts'
import { type Outcome, signInStaff, workCase } from './work-counter.ts'

export type RegistrationOptions = { tell: (line: string) => void; openApp: OpenDemoApp }

type Batch = { clockOffset: string; officeId: number; deviations: readonly Deviation[] }

const plain = (count: number): Deviation[] => Array.from({ length: count }, () => ({}))
/** Number of nobody: told apart at the counter only. */
const UNKNOWN_NUMBER = '9999999999'

/** Two demo offices, three weeks: run out, in grace, near the deadline, waiting, and a few oddities for the clerk. */
const BATCHES: readonly Batch[] = [
  { clockOffset: '-21 days', officeId: 101, deviations: plain(2) },
  { clockOffset: '-14 days', officeId: 101, deviations: plain(2) },
  { clockOffset: '-9 days', officeId: 101, deviations: [...plain(3), { change: { insuranceNumber: UNKNOWN_NUMBER } }] },
  { clockOffset: '-9 days', officeId: 102, deviations: plain(2) },
  { clockOffset: '-4 days', officeId: 101, deviations: [...plain(8), { blurred: true }, { withdraw: true }] },
  { clockOffset: '-4 days', officeId: 102, deviations: plain(4) },
  {
    clockOffset: '-1 hour',
    officeId: 101,
    deviations: [
      ...plain(3),
      { change: { fullName: 'Nguyễn Văn Khác Tên' } },
      { change: { insuranceNumber: null, insuranceNumberForgotten: true } },
      { stop: 'draft' },
    ],
  },
  { clockOffset: '-1 hour', officeId: 102, deviations: plain(2) },
]

/** What the desks did with the registrations of four days ago. */
const WORK: readonly { userName: string; officeId: number; outcomes: readonly Outcome[] }[] = [
  {
    userName: 'quay.dongda',
    officeId: 101,
    outcomes: [
      { kind: 'receive' },
      { kind: 'receive' },
      { kind: 'receive' },
      { kind: 'approve' },
      { kind: 'approve' },
      { kind: 'return', reasonCode: 'photo-blurred' },
      { kind: 'refuse', reasonCode: 'wrong-person' },
    ],
  },
  {
    userName: 'quay.badinh',
    officeId: 102,
    outcomes: [{ kind: 'receive' }, { kind: 'approve' }, { kind: 'return', reasonCode: 'photo-blurred' }],
  },
]
const WORKED_ON = '-4 days'
/** At most this many registrations at once: pictures are worked on in two threads. */
const AT_ONCE = 3

const registerBatch = async (app: DemoApp, { officeId, deviations }: Batch, applicants: Applicant[]): Promise<DemoRegistration[]> => {
  const done: DemoRegistration[] = []
  const rest = [...deviations]
  while (rest.length > 0) {
    const round = rest.splice(0, AT_ONCE).map((deviation) => {
      const applicant = applicants.shift()
      if (applicant === undefined) throw new Error('too few people for the demo')
      return registerApplicant(app, applicant, officeId, deviation)
    })
    done.push(...(await Promise.all(round)))
  }
  return done
}

const workDesks = async (app: DemoApp, waiting: ReadonlyMap<number, DemoRegistration[]>): Promise<void> => {
  for (const { userName, officeId, outcomes } of WORK) {
    const desk = await signInStaff(app, userName)
    const cases = waiting.get(officeId) ?? []
    for (const [at, outcome] of outcomes.entries()) {
      const found = cases[at]
      if (found !== undefined) await workCase(desk, found.registrationId, outcome)
    }
  }
}

/**
 * Makes some thirty registrations in many states through the product's own endpoints, as applicants and clerks would: slow, for every
 * photo is really looked at. Repeatable: where there are some already, nothing is added.
 * @throws Error with a sentence on a database that is not marked as a demo
 */
export async function seedRegistrations(platform: Platform, { tell, openApp }: RegistrationOptions): Promise<void> {
  await requireDemo(platform)
  if ((await countRegistrations(platform.sql)) > 1) return
  const total = BATCHES.reduce((sum, batch) => sum + batch.deviations.length, 0)
  const applicants = await listApplicants(platform.sql, '01', total)
  const waiting = new Map<number, DemoRegistration[]>()
  for (const clockOffset of new Set(BATCHES.map((batch) => batch.clockOffset)))
    await withDemoApp(openApp, clockOffset, async (app) => {
      for (const batch of BATCHES.filter((one) => one.clockOffset === clockOffset)) {
        const made = await registerBatch(app, batch, applicants)
        if (clockOffset === WORKED_ON) waiting.set(batch.officeId, made)
      }
    })
  await withDemoApp(openApp, '-1 hour', (app) => workDesks(app, waiting))
  tell(`${total} hồ sơ đăng ký / registrations`)
}
