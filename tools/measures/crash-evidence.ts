import type { ApiClient } from './api-client.ts'
import type { Decided } from './decide-someone.ts'
import type { Submitted } from './register-someone.ts'
import type { RunningSystem } from './running-system.ts'
import type { SmsCentre } from './sms-centre.ts'
import { PHOTO_KINDS } from './synthetic-photos.ts'

/** What the clients were told had happened, and what they therefore may rely on. */
export type Told = { submitted: (Submitted & { phone: string; client: ApiClient })[]; decided: Decided[] }

type Found = { name: string; faults: string[]; bar: string }

const STATE_AFTER = { approve: 'approved', return: 'returned', refuse: 'refused' } as const
/** Each text that may reach a phone once only. One-time codes may be asked for again and are left out. */
const TEXTS = [
  /^BHXH: Da nhan dang ky/u,
  /^BHXH: Da nhan To khai/u,
  /^BHXH: (?:Dang ky duoc duyet|Ho so \S+ can bo sung|Ho so \S+ khong duoc duyet)/u,
]

const countOf = (rows: readonly { count: number }[]): number => rows[0]?.count ?? 0

/** Told to a client and not there, or there in another shape. */
async function listLost({ owner }: RunningSystem, told: Told): Promise<string[]> {
  const ids = told.submitted.map((one) => one.registrationId)
  const rows = await owner<{ registrationId: string; fileNumber: string; dueOn: string; state: string; photos: number }[]>`
    SELECT r.registration_id AS "registrationId", r.file_number AS "fileNumber", r.due_on::text AS "dueOn", r.state,
      (SELECT count(DISTINCT d.kind)::int FROM documents d WHERE d.registration_id = r.registration_id) AS photos
    FROM registrations r WHERE r.registration_id = ANY(${ids})`
  const byId = new Map(rows.map((row) => [row.registrationId, row]))
  const submissions = told.submitted.filter((one) => {
    const row = byId.get(one.registrationId)
    return row === undefined || row.fileNumber !== one.fileNumber || row.dueOn !== one.dueOn || row.photos < PHOTO_KINDS.length
  })
  const decisions = await owner<{ decisionId: string; kind: string; released: boolean; account: boolean }[]>`
    SELECT decision_id AS "decisionId", kind, released_at IS NOT NULL AS released,
      EXISTS (SELECT FROM accounts a WHERE a.person_id = d.person_id AND a.registration_id = d.registration_id) AS account
    FROM decisions d WHERE decision_id = ANY(${told.decided.map((one) => one.decisionId)}) AND undone_at IS NULL`
  const standing = new Map(decisions.map((row) => [row.decisionId, row]))
  const undecided = told.decided.filter((one) => {
    const row = standing.get(one.decisionId)
    const isThere = row !== undefined && row.kind === one.kind && row.released && row.account === (one.kind === 'approve')
    return !isThere || byId.get(one.registrationId)?.state !== STATE_AFTER[one.kind]
  })
  return [
    ...submissions.map((one) => `submission ${one.fileNumber}: ${JSON.stringify(byId.get(one.registrationId))}`),
    ...undecided.map(
      (one) => `${one.kind} ${one.decisionId}: ${JSON.stringify(standing.get(one.decisionId))}, ${byId.get(one.registrationId)?.state}`,
    ),
  ]
}

/** Photos that cannot be shown any more: their rows without whole bytes or keys. */
async function listUnreadable(told: Told): Promise<string[]> {
  const unreadable: string[] = []
  for (const { registrationId, client } of told.submitted) {
    for (const kind of PHOTO_KINDS) {
      const shown = await client.patiently('GET', `/api/registrations/${registrationId}/photo/${kind}`)
      if (shown.status !== 200 || shown.bytes.subarray(0, 2).toString('hex') !== 'ffd8')
        unreadable.push(`photo ${kind} of ${registrationId}: ${shown.status}`)
    }
  }
  return unreadable
}

/** There twice, or there though no client did it. */
async function countDoubled({ owner }: RunningSystem, told: Told, before: number): Promise<number> {
  const rows = await owner<{ count: number }[]>`
    SELECT ((SELECT count(*) FROM registrations WHERE state <> 'draft') - ${before} - ${told.submitted.length}
      + (SELECT count(*) - count(DISTINCT file_number) FROM registrations WHERE file_number IS NOT NULL)
      + (SELECT count(*) - count(DISTINCT registration_id) FROM decisions WHERE undone_at IS NULL AND registration_id = ANY(${told.decided.map((one) => one.registrationId)}))
      + (SELECT coalesce(sum(extra), 0) FROM (SELECT count(*) - 1 AS extra FROM messages
          WHERE registration_id = ANY(${told.submitted.map((one) => one.registrationId)}) AND event IN ('submitted', 'received', 'approved', 'returned', 'refused') AND channel = 'sms'
          GROUP BY registration_id, event) AS doubled)
      + (SELECT count(*) - count(DISTINCT (registration_id, move)) FROM registration_moves
          WHERE registration_id = ANY(${told.submitted.map((one) => one.registrationId)}) AND move IN ('submit', 'receive', 'approve', 'return', 'refuse')))::int AS count`
  return countOf(rows)
}

/** Texts that never reached the centre, and texts that reached it as two (another text or another reference: the centre cannot collapse them). */
function listTextFaults(told: Told, centre: SmsCentre): { faults: string[]; repeated: number } {
  const faults: string[] = []
  let repeated = 0
  const decided = new Set(told.decided.map((one) => one.registrationId))
  for (const { phone, registrationId } of told.submitted) {
    const own = centre.accepted.filter((sms) => sms.to.endsWith(phone.slice(-9)))
    for (const wanted of decided.has(registrationId) ? TEXTS : TEXTS.slice(0, 1)) {
      const texts = own.filter((sms) => wanted.test(sms.text))
      const effects = new Set(texts.map((sms) => `${sms.reference} ${sms.text}`)).size
      if (effects !== 1) faults.push(`${wanted.source}: ${effects} times in effect for ${registrationId}`)
      repeated += texts.length - effects
    }
  }
  return { faults, repeated }
}

async function listOpenTexts({ owner }: RunningSystem): Promise<string[]> {
  const rows = await owner<{ key: string; state: string; failure: string | null }[]>`
    SELECT idempotency_key AS key, state, failure_code AS failure FROM messages WHERE channel = 'sms' AND state NOT IN ('delivered', 'permanent', 'cancelled')`
  return rows.map((row) => `message ${row.key} is ${row.state} ${row.failure ?? ''}`)
}

function verifyAudit(system: RunningSystem): string[] {
  try {
    const verdict = JSON.parse(system.cli('verify-audit').trim().split('\n').at(-1) ?? '{}') as { ok?: boolean }
    return verdict.ok === true ? [] : [JSON.stringify(verdict)]
  } catch (error) {
    return [String(error)]
  }
}

/** Compares what is there with what was told, fault by fault. `before`: submitted registrations that were there at the beginning. */
export async function weighEvidence(
  system: RunningSystem,
  centre: SmsCentre,
  told: Told,
  before: number,
): Promise<{ parts: Found[]; repeated: number }> {
  const { faults, repeated } = listTextFaults(told, centre)
  const doubled = await countDoubled(system, told, before)
  return {
    repeated,
    parts: [
      { name: 'lost', faults: [...(await listLost(system, told)), ...(await listUnreadable(told))], bar: '0' },
      { name: 'doubled', faults: Array.from({ length: Math.abs(doubled) }, () => `${doubled} more than the clients know of`), bar: '0' },
      { name: 'sms', faults: [...faults, ...(await listOpenTexts(system))], bar: '0 missing, twice in effect or unsettled' },
      { name: 'audit', faults: verifyAudit(system), bar: '0 findings' },
      {
        name: 'ended',
        faults: Array.from({ length: system.endedByThemselves() }, () => 'a process ended by itself'),
        bar: '0 processes ended by themselves',
      },
    ],
  }
}
