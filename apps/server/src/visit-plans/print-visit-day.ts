import { printVisitDayRoute } from '@an-sinh/contract'
import { formatDateVi } from '@an-sinh/domain'
import { renderPdf } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { findPlan, listLines } from './visit-plan-queries.ts'

const COLUMNS = [
  { label: 'STT', share: 1 },
  { label: 'Họ và tên', share: 5 },
  { label: 'Phòng ban', share: 4 },
  { label: 'Hạn nộp', share: 2 },
  { label: 'Nơi nộp', share: 5 },
  { label: 'Đã đi', share: 1 },
]

/** Who goes on one day, to be hung up or taken along. */
export function printVisitDay(server: Server, platform: Platform): void {
  addRoute(server, printVisitDayRoute, async ({ params: { planId, on }, request, reply }) => {
    const { employerId } = requireActor(request, 'employer')
    const lines = await inEmployerTransaction(platform, async (transaction) => {
      const plan = await findPlan(transaction, employerId)
      return plan?.planId === planId ? (await listLines(transaction, employerId, planId)).filter((line) => line.visitOn === on) : []
    })
    const [first] = lines
    if (first === undefined) throw new Refusal('visit-plan-unknown')
    const pdf = await renderPdf('case-list', {
      title: `Danh sách nộp Tờ khai Mẫu số 01, ngày ${formatDateVi(on)}`,
      office: first.officeName,
      notes: ['Mang theo tờ khai đã ký và bản chính giấy tờ tùy thân.'],
      footer: `${lines.length} người`,
      columns: COLUMNS,
      rows: lines.map((line, at) => [String(at + 1), line.fullName, line.department, formatDateVi(line.dueOn), line.officeName, '']),
    })
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename="lich-nop-${on}.pdf"`)
      .send(pdf)
  })
}
