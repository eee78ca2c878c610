import { randomUUID } from 'node:crypto'
import { getBulkFormsRoute, startBulkRunRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inEmployerTransaction, inTransaction } from '../platform/transaction.ts'
import { countAskAnew, findRun, insertRun, listAgreed, listPicks, listRuns, readNow, type RosterPick } from './run-queries.ts'
import { toRunAnswer } from './to-run-answer.ts'

const MOST_FORMS = 5000
const MOST_NAMES = 1000
/** Of the roll-out: somebody who has registered and whose form is still awaited. */
const AWAITED: readonly string[] = ['registered', 'form-printed', 'needs-help']

type Counts = { department: string; agreed: number; printed: number; alone: number }

const countByDepartment = (picks: readonly RosterPick[], agreed: Awaited<ReturnType<typeof listAgreed>>): Counts[] => {
  const counts = new Map<string, Counts>()
  for (const { entryId, department, state } of picks) {
    const row = counts.get(department) ?? { department, agreed: 0, printed: 0, alone: 0 }
    counts.set(department, row)
    const one = agreed.get(entryId)
    if (one !== undefined) row.agreed += 1
    if (one?.printed === true) row.printed += 1
    if (one === undefined && AWAITED.includes(state)) row.alone += 1
  }
  return [...counts.values()].filter((row) => row.agreed + row.alone > 0)
}

/** What the employer reads before it prints. Who agreed is asked by the agency's side, of entries that this employer's rights reached. */
export function getBulkForms(server: Server, platform: Platform): void {
  addRoute(server, getBulkFormsRoute, async ({ request }) => {
    const who = requireActor(request, 'employer')
    const everybody = { employerId: who.employerId, entryIds: null, departments: null, sort: 'department' } as const
    const [picks, runs, asOf] = await inEmployerTransaction(
      platform,
      async (transaction) =>
        [await listPicks(transaction, everybody), await listRuns(transaction, who), await readNow(transaction)] as const,
    )
    const agreed = await listAgreed(
      platform.sql,
      who.employerId,
      picks.map(({ entryId }) => entryId),
    )
    return {
      asOf: asOf.toISOString(),
      departments: countByDepartment(picks, agreed),
      alone: picks
        .filter(({ entryId, state }) => AWAITED.includes(state) && !agreed.has(entryId))
        .slice(0, MOST_NAMES)
        .map(({ entryId, fullName, department, shift }) => ({ entryId, fullName, department, shift })),
      askAnew: await countAskAnew(
        platform.sql,
        who.employerId,
        picks.map(({ entryId }) => entryId),
      ),
      runs: runs.map(toRunAnswer),
    }
  })
}

export function startBulkRun(server: Server, platform: Platform): void {
  addRoute(server, startBulkRunRoute, async ({ body: { sort, departments, entryIds, again }, request }) => {
    const who = requireActor(request, 'employer')
    const { employerId, officerId } = who
    const picks = await inEmployerTransaction(platform, (transaction) =>
      listPicks(transaction, { employerId, entryIds, departments, sort }),
    )
    const agreed = await listAgreed(
      platform.sql,
      employerId,
      picks.map(({ entryId }) => entryId),
    )
    const forms = picks.flatMap(({ entryId }) => {
      const one = agreed.get(entryId)
      return one === undefined || (one.printed && !again) ? [] : [{ entryId, registrationId: one.registrationId }]
    })
    if (forms.length === 0) throw new Refusal('nobody-to-print')
    if (forms.length > MOST_FORMS) throw new Refusal('too-many-forms')
    const runId = randomUUID()
    await inTransaction(platform, async (transaction) => {
      await insertRun(transaction, { runId, employerId, officerId, sort, forms })
      const details = { runId, employerId, forms: forms.length }
      await recordAudit(transaction, { actor: who, action: 'employer-bulk-run-made', requestId: request.id, details })
    })
    return toRunAnswer(requireFound(await findRun(platform.sql, who, runId), 'bulk-run-unknown'))
  })
}
