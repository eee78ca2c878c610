import { getAgentBadgeRoute } from '@an-sinh/contract'
import { decideBadgeState, formatDateVi } from '@an-sinh/domain'
import { renderSVG } from 'uqr'
import { renderPdf, type WalletCardData } from '../documents/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { badgeCodeOf } from './badge-code.ts'
import { type BadgeRow, listBadgeTimes } from './badge-queries.ts'

const checkAddressOf = ({ keyring, settings }: Platform, row: BadgeRow): string =>
  `${settings.citizenOrigin}/kiem-tra/dai-ly/${encodeURIComponent(badgeCodeOf(keyring, row))}`

const toCard = (platform: Platform, row: BadgeRow): WalletCardData => ({
  title: 'Thẻ đại lý thu',
  front: {
    heading: row.sample ? 'THẺ ĐẠI LÝ THU · DỮ LIỆU MẪU' : 'THẺ ĐẠI LÝ THU',
    numberLabel: 'Mã điểm thu',
    number: row.pointCode,
    fullName: row.pointName,
    lines: [
      { label: 'Tổ chức dịch vụ thu', value: row.agentName },
      { label: 'Địa chỉ', value: row.address },
      ...(row.authorityNumber === null ? [] : [{ label: 'Số hợp đồng uỷ quyền', value: row.authorityNumber }]),
      { label: 'Uỷ quyền', value: `từ ${formatDateVi(row.validFrom)}${row.validTo === null ? '' : ` đến ${formatDateVi(row.validTo)}`}` },
    ],
    qrSvg: renderSVG(checkAddressOf(platform, row), { ecc: 'M', border: 4 }),
    qrAlt: 'Mã QR kiểm tra thẻ đại lý thu',
  },
  back: {
    heading: 'NGƯỜI NỘP TIỀN CẦN BIẾT',
    notes: [
      '1. Quét mã QR: trang mở ra phải là trang của An Sinh và cho biết thẻ còn hiệu lực hôm nay hay không.',
      '2. So tên điểm thu, tổ chức và địa chỉ trên trang với nơi bạn đang đứng.',
      '3. Luôn lấy biên lai. Đại lý không hỏi mật khẩu hay mã xác nhận của bạn.',
    ],
    lines: [{ label: 'Mã kiểm tra', value: badgeCodeOf(platform.keyring, row) }],
    own: 'Thẻ không có con dấu hay chữ ký: hiệu lực là điều trang kiểm tra cho biết vào ngày quét.',
  },
})

export function getAgentBadge(server: Server, platform: Platform): void {
  addRoute(server, getAgentBadgeRoute, async ({ params, reply }) => {
    const times = await listBadgeTimes(platform.sql, params.pointCode)
    const row = requireFound(
      times.find((time) => decideBadgeState(time) === 'valid'),
      'not-found',
    )
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'inline; filename="the-dai-ly.pdf"')
      .send(await renderPdf('wallet-card', toCard(platform, row)))
  })
}
