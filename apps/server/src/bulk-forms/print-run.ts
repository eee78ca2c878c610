import { REGISTRATION_STATES } from '@an-sinh/domain'
import { recordAudits } from '../audit/index.ts'
import { countPages, joinPdfs, patiently, renderPdf } from '../documents/index.ts'
import { gatherForm01, toEmployerForm01Data } from '../forms/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { isSubmitted, listRegistrations, readToday, recordFormPrinted, type SubmittedRegistration } from '../registrations/index.ts'
import { endRun, holdAgreed, noteLines, type RunLine, takeLines } from './run-queries.ts'

/** Pages made at one time: less than a tenth of a second of the one process that draws PDFs, and some 12 MB of its memory. */
const PAGES = 10
const TITLE = 'Tờ khai Mẫu số 01'

export type BulkRun = { runId: string; employerId: number; employerName: string; actor: Actor; requestId: string }

const mayPrint = (row: SubmittedRegistration): boolean => REGISTRATION_STATES[row.state].mayPrint

/** The forms of these lines as one small PDF, or null when none of them may be printed any more; told to each holder in the same transaction. */
async function printLines(platform: Platform, transaction: Transaction, run: BulkRun, lines: readonly RunLine[]): Promise<Buffer | null> {
  const ids = lines.flatMap(({ registrationId }) => (registrationId === null ? [] : [registrationId]))
  const agreed = await holdAgreed(transaction, run.employerId, ids)
  const rows = new Map((await listRegistrations(transaction, [...agreed])).map((row) => [row.registrationId, row]))
  const today = await readToday(transaction)
  const printed: { position: number; row: SubmittedRegistration }[] = []
  const forms = []
  for (const { position, registrationId } of lines) {
    const row = rows.get(registrationId ?? '')
    if (row === undefined || !isSubmitted(row) || !mayPrint(row)) continue
    printed.push({ position, row })
    forms.push(toEmployerForm01Data(await gatherForm01(platform, transaction, row), run.employerName, today))
  }
  const isPrinted = new Set(printed.map(({ position }) => position))
  const out = lines.filter(({ position }) => !isPrinted.has(position))
  await noteLines(transaction, run.runId, {
    printed: [...isPrinted],
    withdrawn: out.filter(({ registrationId }) => !agreed.has(registrationId ?? '')).map(({ position }) => position),
    notPrintable: out.filter(({ registrationId }) => agreed.has(registrationId ?? '')).map(({ position }) => position),
  })
  await recordFormPrinted(
    transaction,
    printed.map(({ row }) => row.registrationId),
  )
  await recordAudits(
    transaction,
    printed.map(({ row: { registrationId, personId } }) => ({
      actor: run.actor,
      action: 'form-printed-by-employer',
      registrationId,
      personId,
      requestId: run.requestId,
      details: { employerId: run.employerId, runId: run.runId },
    })),
  )
  const [first] = forms
  if (first === undefined) return null
  const pdf = await renderPdf('forms-01', { title: TITLE, form: first.form, forms })
  if (countPages(pdf) !== forms.length) throw new Error('a form is longer than its page')
  return pdf
}

async function* printParts(platform: Platform, run: BulkRun): AsyncGenerator<Buffer> {
  let after = 0
  for (;;) {
    const from = after
    // A part that found the drawing thread busy is made anew: nothing of it was written down.
    const [pdf, last] = await patiently(() =>
      inTransaction(platform, async (transaction) => {
        const lines = await takeLines(transaction, run.runId, from, PAGES)
        if (lines === null) throw new Error('the print run was stopped')
        return [lines.length === 0 ? null : await printLines(platform, transaction, run, lines), lines.at(-1)?.position ?? null] as const
      }),
    )
    if (pdf !== null) yield pdf
    if (last === null) return
    after = last
  }
}

/**
 * The whole file, made while it is read: nothing of it is kept. The pages of a part leave after it is written down that they were printed.
 * Stopped, or left by its reader, the run ends where it is.
 */
export async function* printRun(platform: Platform, run: BulkRun): AsyncGenerator<Buffer> {
  let finished = false
  try {
    yield* joinPdfs(printParts(platform, run))
    finished = true
  } finally {
    await endRun(platform.sql, run.runId, finished ? 'done' : 'stopped')
  }
}
