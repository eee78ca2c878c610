import { formatDateVi } from '@an-sinh/domain'
import { renderSVG } from 'uqr'
import { renderPdf, type WalletCardData } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import { badgeCodeOf } from './badge-code.ts'
import type { BadgeRow } from './badge-queries.ts'

type Known = Pick<Platform, 'keyring' | 'settings'>

const checkAddressOf = ({ keyring, settings }: Known, row: BadgeRow): string =>
  `${settings.citizenOrigin}/kiem-tra/dai-ly/${encodeURIComponent(badgeCodeOf(keyring, row, row.serial))}`

const toCard = (platform: Known, row: BadgeRow): WalletCardData => ({
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
    lines: [
      { label: 'Thẻ số', value: String(row.serial) },
      { label: 'Mã kiểm tra', value: badgeCodeOf(platform.keyring, row, row.serial) },
    ],
    own: 'Thẻ không có con dấu hay chữ ký: hiệu lực là điều trang kiểm tra cho biết vào ngày quét.',
    check: null,
  },
  issued: null,
})

/** The badge in wallet size. @throws Refusal `overloaded` */
export const renderBadge = (platform: Known, row: BadgeRow): Promise<Buffer> => renderPdf('wallet-card', toCard(platform, row))
