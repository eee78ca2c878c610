import { randomBytes } from 'node:crypto'

import sharp from 'sharp'

import { ApiClient } from './api-client.ts'
import { inParallel } from './in-parallel.ts'
import type { MeasureContext } from './measure-line.ts'
import { readInboxSms } from './read-inbox-sms.ts'
import { registerSomeone, type Someone } from './register-someone.ts'
import { listRegistrants } from './registrants.ts'
import type { RunningSystem } from './running-system.ts'

/** Eight ways in which a form is not clean: five the clerk sees on paper, card and face, three the screen tells. */
export const FAULTS = [
  'unsigned',
  'id-expired',
  'wrong-person',
  'photo-blurred',
  'name-differs',
  'number-unknown',
  'wrong-office',
  'past-grace',
] as const
export type Fault = (typeof FAULTS)[number]
export type Form = { someone: Someone; registrationId: string; formCode: string; fault: Fault | null }

const FAULTY_EVERY = 20
/** Three of twenty: 15 %. */
const FAULTY_AT = [3, 10, 17]
const AT_ONCE = 4
const MOSAIC = 12
/** A number no office has given. */
const UNKNOWN_NUMBER = '9999999999'

const faultOf = (at: number): Fault | null => {
  const place = FAULTY_AT.indexOf(at % FAULTY_EVERY)
  if (place === -1) return null
  return FAULTS[(Math.floor(at / FAULTY_EVERY) * FAULTY_AT.length + place) % FAULTS.length] ?? null
}

const spoil = (someone: Someone, fault: Fault | null, otherOfficeId: number): Someone => {
  if (fault === 'name-differs') return { ...someone, fullName: 'Quách Thị Khác Hẳn' }
  if (fault === 'number-unknown') return { ...someone, insuranceNumber: UNKNOWN_NUMBER, fullName: 'Kha Thị Không Ai Biết' }
  return fault === 'wrong-office' ? { ...someone, officeId: otherOfficeId } : someone
}

const letRunOut = async (system: RunningSystem, registrationId: string): Promise<void> => {
  await system.owner`UPDATE registrations SET due_on = ansinh_today() - 12, grace_ends_on = ansinh_today() - 7 WHERE registration_id = ${registrationId}`
}

/** A picture of nothing that nobody else has: pictures of two people that look alike are told to the clerk, rightly. */
const drawMosaic = (): Promise<Buffer> => {
  const raw = { width: MOSAIC, height: MOSAIC, channels: 3 } as const
  return sharp(randomBytes(MOSAIC * MOSAIC * raw.channels), { raw })
    .resize({ width: 640, height: 640, kernel: 'nearest' })
    .jpeg({ quality: 80 })
    .toBuffer()
}

/** Forms as people hand them in, registered through the citizen's own endpoints, in the order in which they lie on the desk. */
export async function makeForms(
  context: MeasureContext,
  system: RunningSystem,
  { count, officeId, otherOfficeId, faulty }: { count: number; officeId: number; otherOfficeId: number; faulty: boolean },
): Promise<Form[]> {
  const people = await listRegistrants(system.owner, count, officeId)
  const settings = await new ApiClient(system.citizenUrl).must('GET', '/api/settings')
  const journey = {
    readSms: readInboxSms(system.owner),
    drawPhoto: drawMosaic,
    privacyTextVersion: String(settings.body['privacyTextVersion']),
  }
  const forms = new Map<number, Form>()
  await inParallel([...people.entries()], AT_ONCE, async ([at, person]) => {
    const fault = faulty ? faultOf(at) : null
    const someone = spoil(person, fault, otherOfficeId)
    const { registrationId, formCode } = await registerSomeone(new ApiClient(system.citizenUrl), someone, journey)
    if (fault === 'past-grace') await letRunOut(system, registrationId)
    forms.set(at, { someone, registrationId, formCode, fault })
  })
  context.tell(`${forms.size} forms registered, ${[...forms.values()].filter((form) => form.fault !== null).length} of them faulty`)
  return [...forms].toSorted(([one], [other]) => one - other).map(([, form]) => form)
}
