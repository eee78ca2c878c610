import { fileProblemReportRoute } from '@an-sinh/contract'
import { findReportCategory } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listOfficesInView } from '../staff/index.ts'
import { findEmployerByCode, findReport, insertReport, listMoves, setCaller } from './report-queries.ts'
import { settleDue } from './settle-due.ts'
import { toReport } from './to-report.ts'

/** For somebody on the phone. It goes to the office of the employer; an employer of an office out of view is not found. */
export function fileProblemReport(server: Server, platform: Platform): void {
  addRoute(server, fileProblemReportRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const category = requireFound(findReportCategory(body.category, 'employer'), 'report-category')
    if (body.title.trim() === '' || body.words.trim() === '') throw new Refusal('report-words')
    return inTransaction(platform, async (transaction) => {
      const officeIds = await listOfficesInView(transaction, actor)
      const employer = await findEmployerByCode(transaction, body.employerCode.trim().toUpperCase())
      if (employer === null || !officeIds.includes(employer.officeId)) throw new Refusal('report-employer')
      const { reportId, title, words } = body
      const made = await insertReport(transaction, {
        reportId,
        title,
        words,
        askerId: employer.employerId,
        filedByKind: 'staff',
        filedById: actor.staffId,
        officeId: employer.officeId,
        category: category.code,
        department: category.department,
        ...(await settleDue(transaction, employer.officeId, category.department)),
      })
      if (made) {
        await setCaller(transaction, reportId, body)
        await recordAudit(transaction, { actor, action: 'report-filed', requestId: request.id, details: { reportId } })
      }
      const row = requireFound(await findReport(transaction, reportId, officeIds), 'not-found')
      return toReport(row, await listMoves(transaction, reportId), actor)
    })
  })
}
