import { type BodyOf, fileProblemReportRoute } from '@an-sinh/contract'
import { findReportCategory } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { openView } from './open-view.ts'
import { findEmployerByCode } from './report-job-queries.ts'
import { findReport, insertReport, setAsker, setCaller } from './report-queries.ts'
import { settleDue } from './settle-due.ts'
import { showReport } from './show-report.ts'

type Body = BodyOf<typeof fileProblemReportRoute>
type Asker = { askerId: number | null; officeId: number; filedByKind: 'asker' | 'staff' }

/** An employer's goes to its office; an employer of an office out of view is not found. What else is asked stays at the desk that wrote it down. */
async function findAsker(sql: Queryable, body: Body, actor: StaffActor): Promise<Asker> {
  if (body.askerKind === 'clerk') return { askerId: actor.staffId, officeId: actor.officeId, filedByKind: 'asker' }
  if (body.askerKind !== 'employer') {
    if (body.askerName.trim() === '' && body.callerName.trim() === '') throw new Refusal('report-asker')
    return { askerId: null, officeId: actor.officeId, filedByKind: 'staff' }
  }
  const employer = await findEmployerByCode(sql, body.employerCode.trim().toUpperCase())
  const { officeIds } = await openView(sql, actor)
  if (employer === null || !officeIds.includes(employer.officeId)) throw new Refusal('report-employer')
  return { askerId: employer.employerId, officeId: employer.officeId, filedByKind: 'staff' }
}

/** For somebody on the phone, or about a fault that one meets oneself. */
export function fileProblemReport(server: Server, platform: Platform): void {
  addRoute(server, fileProblemReportRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const category = requireFound(findReportCategory(body.category, body.askerKind), 'report-category')
    if (body.title.trim() === '' || body.words.trim() === '') throw new Refusal('report-words')
    await platform.limits.consume('problem-report-staff', String(actor.staffId))
    return inTransaction(platform, async (transaction) => {
      const asker = await findAsker(transaction, body, actor)
      const { reportId, askerKind, title, words } = body
      const made = await insertReport(transaction, {
        reportId,
        askerKind,
        title,
        words,
        ...asker,
        filedById: actor.staffId,
        category: category.code,
        department: category.department,
        visibility: category.visibility,
        ...(await settleDue(transaction, asker.officeId, { department: category.department, category: category.code })),
      })
      if (made) {
        if (asker.filedByKind === 'staff') await setCaller(transaction, reportId, body)
        if (askerKind === 'hospital' || askerKind === 'citizen')
          await setAsker(transaction, reportId, { name: body.askerName.trim() === '' ? body.callerName : body.askerName, context: {} })
        await recordAudit(transaction, { actor, action: 'report-filed', requestId: request.id, details: { reportId } })
      }
      const row = requireFound(await findReport(transaction, reportId, await openView(transaction, actor)), 'not-found')
      return showReport(platform, transaction, row, actor)
    })
  })
}
