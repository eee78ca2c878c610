import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ApiClient } from './api-client.ts'
import { findStanding, isSettled } from './import-crash-register.ts'
import type { Register } from './import-crash-quiet.ts'
import { fileOf, type Step } from './import-crash-steps.ts'

const CLI = join(import.meta.dirname, '../../apps/server/src/cli.ts')
const PATIENCE_MS = 120_000
const LOOK_MS = 100

/** A step under way; `finished` when its batch has settled. */
export type Drive = { finished: Promise<void>; killImporter: () => void }

const argumentsOf = async (system: Register, step: Step): Promise<string[]> => {
  if (!step.undo) return ['import', step.kind, step.path, '--yes']
  const done = await findStanding(system, { ...step, undo: false })
  return ['undo-import', done?.batchId ?? '']
}

/** By the command line: the same command again, as often as it is cut off. */
export const driveByCli = (system: Register, step: Step): Drive => {
  let child: ChildProcess | null = null
  const run = async (): Promise<void> => {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
      if (isSettled(await findStanding(system, step))) return
      child = spawn(process.execPath, [CLI, ...(await argumentsOf(system, step))], { env: system.environment, stdio: 'ignore' })
      await new Promise((resolve) => child?.once('exit', resolve))
      await pause(LOOK_MS)
    }
    throw new Error(`${fileOf(step)}: not done by the command line`)
  }
  return { finished: run(), killImporter: () => void child?.kill('SIGKILL') }
}

const upload = async (operator: ApiClient, step: Step): Promise<string> => {
  const bytes = readFileSync(step.path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const announced = { kind: step.kind, fileName: fileOf(step), fileFormat: 'csv', sizeBytes: bytes.length, sha256, source: '' }
  const { body } = await operator.mustPatiently('POST', '/api/imports', announced)
  const { importId } = body['import'] as { importId: string }
  for (let offset = Number(body['offset']); offset < bytes.length;) {
    const answer = await operator.mustPatiently('PATCH', `/api/imports/${importId}/file`, bytes.subarray(offset, offset + 1_048_576), {
      'content-type': 'application/octet-stream',
      'upload-offset': String(offset),
    })
    offset = Number(answer.body['offset'])
  }
  await operator.mustPatiently('POST', `/api/imports/${importId}/completion`)
  return importId
}

/** Sent again after a lost answer it is refused, since the batch has moved on: that refusal alone is none. */
const confirm = async (operator: ApiClient, importId: string, previewedAt: unknown): Promise<void> => {
  const { status, body } = await operator.patiently('POST', `/api/imports/${importId}/confirmation`, { previewedAt })
  if (status >= 400 && body['code'] !== 'import-move') throw new Error(`confirmation: ${status} ${JSON.stringify(body)}`)
}

/** By the office's routes; the worker reads and writes. Never told anything twice but a confirmation that did not arrive. */
export const driveByOffice = (system: Register, operator: ApiClient, step: Step): Drive => {
  const run = async (): Promise<void> => {
    const done = step.undo ? await findStanding(system, { ...step, undo: false }) : null
    if (step.undo && done === null) throw new Error(`${fileOf(step)}: nothing to undo`)
    const importId = done === null ? await upload(operator, step) : ''
    if (done !== null) await operator.mustPatiently('POST', `/api/imports/${done.batchId}/undo`)
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(LOOK_MS)) {
      const standing = await findStanding(system, step)
      if (isSettled(standing)) return
      if (standing?.state !== 'preview') continue
      const { body } = await operator.mustPatiently('GET', `/api/imports/${importId}`)
      if (body['state'] === 'preview') await confirm(operator, importId, body['previewedAt'])
    }
    throw new Error(`${fileOf(step)}: not done by the worker, ${JSON.stringify(await findStanding(system, step))}`)
  }
  return { finished: run(), killImporter: () => undefined }
}
