import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { ApiClient } from './api-client.ts'
import type { RunningSystem } from './running-system.ts'
import { findStaffSignIn } from './sign-in-staff.ts'

const PIECE = 1_000_000
const POLL_MS = 100
const PATIENCE_MS = 180_000
const IMPORTS = '/api/employer/roster-imports'

export type Sent = {
  importId: string
  state: string
  previewedAt: string | null
  groups: Record<string, number> | null
  refusal: { code: string } | null
}
export type Fault = { rowNo: number; column: string | null; code: string; value: string | null; written: boolean; fix: { vi: string } }

/** An officer of the demo employer, both factors proved, as their browser would be. */
export async function signInOfficer(system: RunningSystem): Promise<ApiClient> {
  const printed = await system.signIns()
  const userName = /^\s*(nhansu@\S+)/mu.exec(printed)?.[1]
  if (userName === undefined) throw new Error('the demo prints no officer of an employer')
  const client = new ApiClient(system.officeUrl)
  const { password, totp } = await findStaffSignIn(system, userName)
  await client.must('POST', '/api/staff/sessions', { userName, password })
  await client.must('POST', '/api/employer/sessions/second-factor', { code: totp })
  return client
}

/** Until a file rests: at its preview, refused, or written. */
export async function waitForRest(client: ApiClient, importId: string): Promise<Sent> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    const sent = (await client.must('GET', `${IMPORTS}/${importId}`)).body as Sent
    if (['preview', 'refused', 'applied', 'partly'].includes(sent.state)) return sent
    await pause(POLL_MS)
  }
  throw new Error(`the roster ${importId} does not come to rest`)
}

/** Sends a list as the office app does and waits for its preview. */
export async function sendRoster(client: ApiClient, file: { name: string; format: 'csv' | 'xlsx'; bytes: Buffer }): Promise<Sent> {
  const { bytes, name, format } = file
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const body = { fileName: name, fileFormat: format, sizeBytes: bytes.length, sha256, covers: 'whole' }
  const started = (await client.must('POST', IMPORTS, body)).body as { import: Sent }
  const { importId } = started.import
  for (let at = 0; at < bytes.length; at += PIECE)
    await client.must('PATCH', `${IMPORTS}/${importId}/file`, new Uint8Array(bytes.subarray(at, at + PIECE)), {
      'upload-offset': String(at),
    })
  await client.must('POST', `${IMPORTS}/${importId}/completion`)
  return waitForRest(client, importId)
}

export async function confirmRoster(client: ApiClient, { importId, previewedAt }: Sent): Promise<Sent> {
  await client.must('POST', `${IMPORTS}/${importId}/confirmation`, { previewedAt, endsMissing: false, includedRows: [] })
  return waitForRest(client, importId)
}

export async function listAllFaults(client: ApiClient, importId: string): Promise<Fault[]> {
  const all: Fault[] = []
  for (let after = 0; ;) {
    const { faults } = (await client.must('GET', `${IMPORTS}/${importId}/faults/${after}`)).body as { faults: Fault[] }
    all.push(...faults)
    const last = faults.at(-1)?.rowNo
    if (faults.length < 100 || last === undefined) return all
    after = last
  }
}
