import { printCodeSlipRoute } from '@an-sinh/contract'
import { civilDateIn, formatDateVi, parseFirstPassword } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { renderPdf } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { verifyPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findFreshCode } from '../recovery/index.ts'
import { findOffice } from '../reference/index.ts'
import { requirePerson } from './require-account.ts'

/** How long after giving a code the paper can still be made. */
const PRINT_MINUTES = 15

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' })
const when = (at: Date): string => `${clock.format(at)} ngày ${formatDateVi(civilDateIn(at.getTime()))}`

type Slip = { code: string; fullName: string; hint: string; issuedAt: Date; expiresAt: Date; officeName: string; clerkName: string }

const toSlip = (slip: Slip) => ({
  title: 'Mã kích hoạt tài khoản giao dịch điện tử',
  office: slip.officeName,
  lines: [
    { label: 'Mã kích hoạt', value: slip.code },
    { label: 'Cấp cho', value: `${slip.fullName}, mã số BHXH kết thúc bằng …${slip.hint}` },
    { label: 'Dùng được một lần, đến', value: when(slip.expiresAt) },
    { label: 'Không mở được tài khoản?', value: 'Quay lại quầy này với bản chính giấy tờ tùy thân' },
  ],
  next: 'Mở ứng dụng, chọn Đăng nhập, rồi “Có mã kích hoạt nhận tại quầy”; nhập mã số BHXH hoặc số định danh, mã này và ngày sinh, rồi đặt mật khẩu của riêng bạn.',
  issuedAt: when(slip.issuedAt),
  clerk: slip.clerkName,
  notes: ['Không đưa mã này cho bất kỳ ai, kể cả cán bộ BHXH. Số điện thoại đã đăng ký nhận được tin nhắn báo việc cấp mã.'],
  check: null,
})

export function printCodeSlip(server: Server, platform: Platform): void {
  addRoute(server, printCodeSlipRoute, async ({ body, request, reply }) => {
    const actor = requireActor(request, 'staff')
    await platform.limits.consume('counter-code-staff', `print/${actor.staffId}`)
    const { person } = await requirePerson(platform, actor, body.number)
    const { personId, fullName, insuranceNumber } = person
    const fresh = requireFound(await findFreshCode(platform.sql, { personId, staffId: actor.staffId, minutes: PRINT_MINUTES }), 'not-found')
    const code = requireFound(parseFirstPassword(body.code), 'not-found')
    if (!(await verifyPassword(fresh.codeHash, code))) throw new Refusal('not-found')
    const office = requireFound(await findOffice(platform.sql, actor.officeId), 'not-found')
    const facts = { code: body.code, fullName, hint: insuranceNumber.slice(-3), officeName: office.name, clerkName: actor.fullName }
    const pdf = await renderPdf('receipt', toSlip({ ...facts, issuedAt: fresh.issuedAt, expiresAt: fresh.expiresAt }))
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, { actor, action: 'code-slip-printed', personId, requestId: request.id }),
    )
    const name = 'inline; filename="ma-kich-hoat.pdf"'
    return reply.type('application/pdf').header('cache-control', 'no-store').header('content-disposition', name).send(pdf)
  })
}
