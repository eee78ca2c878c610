import { randomBytes, randomUUID } from 'node:crypto'

import { makeFormCode } from '@an-sinh/domain'

import { type Keyring, loadKeyring } from '../../apps/server/src/platform/keyring.ts'
import { parseSettings } from '../../apps/server/src/platform/settings.ts'
import type { RunningSystem } from './running-system.ts'

export type MadeCase = { registrationId: string; personId: number; phone: string; insuranceNumber: string }

const ANSWERED = {
  insuranceNumberForgotten: false,
  nationalId: null,
  passportNumber: null,
  nationality: 'VN',
  email: null,
  street: 'Số 1 phố Mẫu',
  oldAddress: null,
  officeChoice: 'residence',
  employerMayPrint: false,
} as const

type Place = { officeId: number; state: 'awaiting-visit' | 'received' }
type Deadline = {
  clockStartedOn: string
  extensions: number
  dueOn: string
  graceEndsOn: string
  facts: { officeId: number; moved: readonly Record<string, string>[]; reminderOns: readonly string[] }
}

const drawFormCode = (): string => makeFormCode(randomBytes(9)) ?? drawFormCode()

const sealCode = (keyring: Keyring, registrationId: string): { hmac: string; sealed: string } => {
  const code = drawFormCode()
  return {
    hmac: keyring.hmac('form-code', code).toString('hex'),
    sealed: keyring.encrypt('form-code', code, registrationId).toString('hex'),
  }
}

/**
 * Cases of people of the register, written as a submission (and the receipt of the paper) leaves them, sealed by the system's own keys. Phones
 * are of the withdrawn prefix, one each.
 */
export async function insertCases(
  { owner, environment }: RunningSystem,
  count: number,
  { officeId, state }: Place,
  deadlineOf: (at: number) => Deadline,
): Promise<MadeCase[]> {
  const people = await owner<{ personId: number; fullName: string; insuranceNumber: string; bornOn: string; sex: string }[]>`
    SELECT p.person_id::int AS "personId", p.full_name AS "fullName", p.insurance_number AS "insuranceNumber", p.born_on_partial AS "bornOn", p.sex FROM persons p
    WHERE p.died_on IS NULL AND p.merged_into_person_id IS NULL AND p.born_on IS NOT NULL AND p.born_on < '2008-01-01'
      AND NOT EXISTS (SELECT FROM accounts a WHERE a.person_id = p.person_id)
      AND NOT EXISTS (SELECT FROM registrations r WHERE r.declared ->> 'insuranceNumber' = p.insurance_number)
    ORDER BY p.person_id LIMIT ${count}`
  if (people.length === 0) throw new Error('nobody may register')
  const [ward] = await owner<{ wardCode: string; provinceCode: string }[]>`
    SELECT unit_code AS "wardCode", parent_code AS "provinceCode" FROM administrative_units WHERE unit_level = 'ward' ORDER BY unit_code LIMIT 1`
  const keyring = loadKeyring(parseSettings(environment).keyFile, false)
  const made: MadeCase[] = []
  const rows = Array.from({ length: count }, (_, at) => {
    const person = people[at % people.length]
    if (person === undefined || ward === undefined) throw new Error('no person or no ward')
    const { personId, insuranceNumber, fullName, bornOn, sex } = person
    const one = { registrationId: randomUUID(), personId, insuranceNumber, phone: `+84956${String(at).padStart(6, '0')}` }
    made.push(one)
    const deadline = deadlineOf(at)
    const declared = { ...ANSWERED, ...ward, fullName, insuranceNumber, bornOn, sex, officeId }
    return {
      registration_id: one.registrationId,
      state,
      declared,
      proved_phone: one.phone,
      office_id: officeId,
      file_number: `99999/2026/${String(at + 1).padStart(6, '0')}`,
      ...sealCode(keyring, one.registrationId),
      clock_started_on: deadline.clockStartedOn,
      extensions: deadline.extensions,
      due_on: deadline.dueOn,
      grace_ends_on: deadline.graceEndsOn,
      deadline_facts: deadline.facts,
    }
  })
  for (let at = 0; at < rows.length; at += 1000)
    await owner`
      INSERT INTO registrations (registration_id, state, declared, proved_phone, phone_proved_at, office_id, file_number, form_code_hmac, form_code_encrypted, submitted_at, submitted_on,
        clock_started_on, extensions, due_on, grace_ends_on, deadline_rule_version, deadline_facts, received_at)
      SELECT registration_id, state, declared, proved_phone, ansinh_now(), office_id, file_number, decode(hmac, 'hex'), decode(sealed, 'hex'), ansinh_now(), clock_started_on,
        clock_started_on, extensions, due_on, grace_ends_on, 'deadline-1', deadline_facts, CASE WHEN state = 'received' THEN ansinh_now() END
      FROM jsonb_to_recordset(${owner.json(rows.slice(at, at + 1000))}) AS t (registration_id uuid, state text, declared jsonb, proved_phone text, office_id integer, file_number text,
        hmac text, sealed text, clock_started_on date, extensions smallint, due_on date, grace_ends_on date, deadline_facts jsonb)`
  await owner`ANALYZE registrations`
  return made
}
