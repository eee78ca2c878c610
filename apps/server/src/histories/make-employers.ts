import type { OfficeRow } from '../reference/index.ts'
import type { NewEmployer } from '../employers/index.ts'
import type { Random } from './make-random.ts'

/** Companies and public bodies. */
export type EmployersByGroup = Readonly<Record<'DN' | 'HC', readonly DemoEmployer[]>>
/** A synthetic employer and how it pays: months behind now, wage level against the average, jobs it has. */
export type DemoEmployer = NewEmployer & { lateMonths: number; wageFactor: number; group: 'DN' | 'HC'; jobs: readonly string[] }

const FORMS = ['Công ty TNHH', 'Công ty Cổ phần', 'Công ty TNHH Một thành viên', 'Hợp tác xã', 'Doanh nghiệp tư nhân']
const FIELDS: readonly (readonly [string, readonly string[]])[] = [
  ['May mặc', ['Công nhân may', 'Tổ trưởng chuyền may', 'Nhân viên kiểm hàng', 'Thợ cắt']],
  ['Xây dựng', ['Thợ xây', 'Kỹ sư công trường', 'Kế toán công trình', 'Lái máy xúc']],
  ['Thực phẩm', ['Công nhân đóng gói', 'Nhân viên kho', 'Kỹ thuật viên chế biến']],
  ['Cơ khí', ['Thợ hàn', 'Thợ tiện', 'Kỹ sư cơ khí', 'Nhân viên vật tư']],
  ['Vận tải', ['Lái xe', 'Điều phối viên', 'Nhân viên kho vận']],
  ['Phần mềm', ['Lập trình viên', 'Kiểm thử viên', 'Quản lý dự án']],
  ['Thương mại', ['Nhân viên bán hàng', 'Thu ngân', 'Trưởng cửa hàng']],
  ['Điện tử', ['Công nhân lắp ráp', 'Kỹ thuật viên', 'Nhân viên kiểm tra chất lượng']],
  ['Dịch vụ vệ sinh', ['Nhân viên vệ sinh', 'Giám sát ca']],
]
const NAMES = ['Mẫu Sơn', 'Thử Nghiệm', 'Ví Dụ', 'Minh Hoạ', 'Giả Định', 'Hoa Mẫu', 'Bình Mẫu', 'Tân Mẫu', 'Phú Mẫu', 'An Mẫu', 'Đại Mẫu']
const PUBLIC: readonly (readonly [string, readonly string[]])[] = [
  ['Trường Tiểu học Hoa Mẫu', ['Giáo viên', 'Nhân viên thư viện']],
  ['Trường Trung học cơ sở Ví Dụ', ['Giáo viên', 'Kế toán']],
  ['Phòng khám đa khoa Thử Nghiệm', ['Điều dưỡng', 'Bác sĩ', 'Dược sĩ']],
  ['Uỷ ban nhân dân xã Giả Định', ['Chuyên viên', 'Văn thư']],
]

const codeOf = (at: number, group: 'DN' | 'HC'): string => `${group === 'DN' ? 'TZ' : 'HZ'}${String(1000 + at).slice(-4)}Z`

const makeName = (random: Random, at: number): readonly [string, readonly string[], 'DN' | 'HC'] => {
  if (at % 15 === 14) return [...random.pick(PUBLIC), 'HC']
  const [field, jobs] = random.pick(FIELDS)
  return [`${random.pick(FORMS)} ${field} ${random.pick(NAMES)} ${at + 1}`, jobs, 'DN']
}

/** The `after` first are there already. Every tenth owes one to six months. Their names say that they are invented. */
export function makeEmployers(
  random: Random,
  offices: readonly OfficeRow[],
  { after, count }: { after: number; count: number },
): DemoEmployer[] {
  return Array.from({ length: count }, (_, from): DemoEmployer => {
    const at = after + from
    const [name, jobs, group] = makeName(random, at)
    const office = random.pick(offices)
    return {
      employerId: 990_000 + at,
      employerCode: codeOf(at, group),
      name: group === 'HC' ? `${name} ${at + 1}` : name,
      address: `Lô ${random.int(1, 40)}, khu mẫu ${random.int(1, 9)}, ${office.name.replace('BHXH cơ sở ', '')}, Hà Nội`,
      wardCode: office.wardCodes[0] ?? null,
      officeId: office.officeId,
      lateMonths: at % 10 === 3 ? random.int(1, 6) : 0,
      wageFactor: 0.8 + random.next() * 0.9,
      group,
      jobs,
    }
  })
}
