import { randomUUID } from 'node:crypto'

import { insertPhotoPrint } from '../../apps/server/src/documents/document-queries.ts'
import { printPhoto } from '../../apps/server/src/documents/process-photo.ts'
import { sealPrint } from '../../apps/server/src/documents/stored-document.ts'
import { findHastyClerks, findSignals } from '../../apps/server/src/fraud-signals/index.ts'
import { copyPersons } from '../../apps/server/src/persons/index.ts'
import { openPlatform, type Platform } from '../../apps/server/src/platform/platform.ts'
import { parseSettings } from '../../apps/server/src/platform/settings.ts'
import { makeRegistrants, type Registrant } from './fraud-people.ts'
import { drawCard, drawPortrait } from './fraud-pictures.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { type RunningSystem, startSystem } from './running-system.ts'

const SEED = 20_261_127
const BARS = { flagged: 0.95, falseAlarms: 0.01 }
/** So many at once, as submissions come in. */
const BATCH = 50

type Placed = Registrant & { registrationId: string }
type Ward = { code: string; provinceCode: string }

async function fillRegister(platform: Platform, placed: readonly Placed[], wards: readonly Ward[]): Promise<void> {
  const people = [...new Map(placed.map((one) => [one.person, one])).values()]
  const households = [...new Set(people.flatMap(({ household }) => (household === null ? [] : [household])))].map((household) => ({
    householdId: 5_000_000 + household,
    householdCode: `99${String(household).padStart(8, '0')}`,
    wardCode: wards[0]?.code ?? '',
    address: 'Số 1 phố Mẫu',
  }))
  const persons = people.map((one) => ({
    fullName: one.fullName,
    bornOn: one.bornOn,
    sex: one.sex,
    insuranceNumber: one.insuranceNumber,
    nationalId: one.nationalId,
    householdId: one.household === null ? null : 5_000_000 + one.household,
    diedOn: one.dead ? '2025-05-05' : null,
    legacyId: null,
    passportNumber: null,
    nationality: 'VN',
    wardCode: null,
    address: null,
    householdRelation: null,
    phoneOnFile: null,
    mergedIntoPersonId: null,
  }))
  await copyPersons(platform.sql, { persons, households }, 'measure')
}

/** As submitting leaves them; written by the owner, since 5,000 journeys through a phone are measured elsewhere. */
async function fillRegistrations({ owner }: RunningSystem, placed: readonly Placed[], wards: readonly Ward[]): Promise<void> {
  const [office] = await owner<{ officeId: number }[]>`SELECT office_id AS "officeId" FROM offices WHERE receives_registrations LIMIT 1`
  const wardOf = (ward: number): Ward => {
    const { code, provinceCode } = wards[Math.max(0, ward) % wards.length] ?? { code: '', provinceCode: '' }
    if (ward === -1) return { code: '99999', provinceCode }
    return ward === -2
      ? { code, provinceCode: wards.find((other) => other.provinceCode !== provinceCode)?.provinceCode ?? '' }
      : { code, provinceCode }
  }
  const rows = placed.map((one, at) => {
    const ward = wardOf(one.ward)
    const { fullName, bornOn, sex, nationalId, insuranceNumber, street } = one
    const named = { fullName, bornOn, sex, nationalId, insuranceNumber, street, wardCode: ward.code, provinceCode: ward.provinceCode }
    const declared = {
      ...named,
      passportNumber: null,
      nationality: 'VN',
      email: null,
      oldAddress: null,
      officeId: office?.officeId,
      employerMayPrint: false,
    }
    return {
      registration_id: one.registrationId,
      state: one.approved === null ? 'received' : 'approved',
      declared: { ...declared, insuranceNumberForgotten: false, officeChoice: 'residence' },
      proved_phone: one.phone,
      office_id: office?.officeId,
      file_number: `99999/2026/${String(at).padStart(5, '0')}`,
      code: randomUUID(),
      device: String(one.device),
    }
  })
  await owner`INSERT INTO registrations (registration_id, state, declared, proved_phone, office_id, file_number, form_code_hmac, submitted_at, submitted_on, received_at)
    SELECT registration_id, state, declared, proved_phone, office_id, file_number, code::bytea, ansinh_now(), ansinh_today(), ansinh_now()
    FROM jsonb_to_recordset(${owner.json(rows)}) AS t(registration_id uuid, state text, declared jsonb, proved_phone text, office_id integer, file_number text, code text)`
  await owner`INSERT INTO registration_accesses (token_hash, registration_id, scope, expires_at)
    SELECT sha256(device::bytea), registration_id, 'own', ansinh_now() + interval '30 days' FROM jsonb_to_recordset(${owner.json(rows)}) AS t(registration_id uuid, device text)`
}

async function fillDecisions({ owner }: RunningSystem, placed: readonly Placed[], clerks: number): Promise<void> {
  const [office] = await owner<{ officeId: number }[]>`SELECT office_id AS "officeId" FROM offices WHERE receives_registrations LIMIT 1`
  const staff = await owner<{ staffId: number }[]>`
    INSERT INTO staff_users (user_name, full_name, role, office_id, password_hash, totp_secret_encrypted, valid_from)
    SELECT 'do-luong-' || n, 'Lê Văn Đo ' || n, 'clerk', ${office?.officeId ?? 0}, 'x', 'x', '2026-01-01' FROM generate_series(1, ${clerks}) n RETURNING staff_id AS "staffId"`
  const rows = placed.flatMap(({ registrationId, approved }) =>
    approved === null
      ? []
      : [{ registration_id: registrationId, staff_id: staff[approved.clerk]?.staffId, day: approved.day, second: approved.second }],
  )
  await owner`INSERT INTO decisions (decision_id, registration_id, kind, staff_id, office_id, checklist, state_before, decided_at, releases_at, released_at)
    SELECT gen_random_uuid(), registration_id, 'approve', staff_id, ${office?.officeId ?? 0}, '{}', 'received', d.at, d.at, d.at
    FROM jsonb_to_recordset(${owner.json(rows)}) AS t(registration_id uuid, staff_id integer, day integer, second float8)
    CROSS JOIN LATERAL (SELECT (ansinh_today() - 1 - t.day)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' + make_interval(secs => t.second) AS at) d`
}

/** Drawn, written as JPEG, and printed by the function that prints every photo; the bytes themselves are kept nowhere. */
async function fillPhotos({ owner }: RunningSystem, platform: Platform, placed: readonly Placed[]): Promise<void> {
  for (const { registrationId, portrait, card } of placed)
    for (const kind of ['portrait', 'id-front'] as const) {
      const documentId = randomUUID()
      const picture = await (kind === 'portrait' ? drawPortrait(portrait) : drawCard(card.print, card.shot))
      await owner`INSERT INTO documents (document_id, registration_id, kind, media_type, size_bytes, storage_key, wrapped_key)
        VALUES (${documentId}, ${registrationId}, ${kind}, 'image/jpeg', ${picture.length}, repeat('0', 64), 'x')`
      await insertPhotoPrint(
        platform.sql,
        { documentId, registrationId, kind },
        sealPrint(platform, documentId, await printPhoto(kind, picture)),
      )
    }
}

const inBatches = async (placed: readonly Placed[], work: (ids: string[]) => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  for (let at = 0; at < placed.length; at += BATCH) await work(placed.slice(at, at + BATCH).map(({ registrationId }) => registrationId))
  return performance.now() - begun
}

async function count(context: MeasureContext, { owner }: RunningSystem, placed: readonly Placed[]): Promise<MeasureLine[]> {
  const rows = await owner<{ registrationId: string; kinds: string[] }[]>`
    SELECT registration_id AS "registrationId", array_agg(kind ORDER BY kind) AS kinds FROM fraud_signals WHERE cleared_at IS NULL GROUP BY 1`
  const kindsOf = new Map(rows.map(({ registrationId, kinds }) => [registrationId, kinds]))
  const labels = [...new Set(placed.map(({ label }) => label))]
  const byKind = Object.fromEntries(
    labels.map((label) => {
      const those = placed.filter((one) => one.label === label)
      const flagged = those.filter(({ registrationId }) => kindsOf.has(registrationId))
      const found = new Map<string, number>()
      for (const { registrationId } of flagged)
        for (const kind of kindsOf.get(registrationId) ?? []) found.set(kind, (found.get(kind) ?? 0) + 1)
      return [label, `${flagged.length}/${those.length} ${[...found].map(([kind, times]) => `${kind} ${times}`).join(', ')}`.trim()]
    }),
  )
  for (const [label, told] of Object.entries(byKind)) context.tell(`${label}: ${told}`)
  const seeded = placed.filter((one) => one.false)
  const clean = placed.filter((one) => !one.false)
  const share = (those: readonly Placed[]): number =>
    those.filter(({ registrationId }) => kindsOf.has(registrationId)).length / those.length
  const worst = Math.min(
    ...labels
      .map((label) => placed.filter((one) => one.false && one.label === label))
      .flatMap((those) => (those.length === 0 ? [] : [share(those)])),
  )
  const ref = context.reference.measure()
  return [
    {
      name: 'fraud-flagged',
      value: rounded(share(seeded) * 100),
      unit: '%',
      bar: '≥ 95',
      ok: share(seeded) >= BARS.flagged,
      ref,
      seeded: seeded.length,
      byKind,
    },
    { name: 'fraud-worst-kind', value: rounded(worst * 100), unit: '%', bar: '≥ 95', ok: worst >= BARS.flagged, ref },
    {
      name: 'fraud-false',
      value: rounded(share(clean) * 100),
      unit: '%',
      bar: '< 1',
      ok: share(clean) < BARS.falseAlarms,
      ref,
      clean: clean.length,
    },
  ]
}

/** 200 false registrations of six kinds among 5,000, found by the server's own jobs over a real database. */
export const measure: Measure = {
  name: 'fraud',
  run: async (context) => {
    const system = await startSystem({ people: 300, durable: false, worker: false })
    const platform = await openPlatform(parseSettings(system.environment), { name: 'measure', works: false })
    try {
      const { registrants, clerks } = makeRegistrants(context.runs ?? SEED)
      const placed = registrants.map((one) => ({ ...one, registrationId: randomUUID() }))
      const wards = await system.owner<
        Ward[]
      >`SELECT unit_code AS code, parent_code AS "provinceCode" FROM administrative_units WHERE unit_level = 'ward' AND valid_to IS NULL ORDER BY unit_code`
      await fillRegister(platform, placed, wards)
      await fillRegistrations(system, placed, wards)
      await fillDecisions(system, placed, clerks)
      context.tell('drawing 10,000 pictures …')
      await fillPhotos(system, platform, placed)
      const inOrder = placed.toSorted((first, second) => first.registrationId.localeCompare(second.registrationId))
      const ms = await inBatches(inOrder, (ids) => findSignals(platform, ids))
      await findHastyClerks(platform)
      const lines = await count(context, system, placed)
      context.tell(`${rounded(ms / placed.length)} ms a registration`)
      return [...lines, sumParts('fraud', lines)]
    } finally {
      await platform.close()
      await system.stop()
    }
  },
}
