import type { Dated } from '../reference/index.ts'
import { INSURANCE_BRANCHES, type InsuranceBranch } from '../contributions/index.ts'

/**
 * What a declared adjustment does to participation at the employer: it begins, it ends for good, it pauses for the months declared, or from a
 * month on the wage or the job is another one. null: the sources do not say surely enough; such rows wait for a human.
 */
export type AdjustmentEffect = 'start' | 'end' | 'pause' | 'wage' | 'job' | null

export type AdjustmentMethod = Dated & {
  /** Code of form D02-LT, column "Mã PA". */
  readonly code: string
  readonly nameVi: string
  readonly effect: AdjustmentEffect
  readonly branches: readonly InsuranceBranch[]
  /** Where sources use one code for two things: a folded word that "Phương án điều chỉnh" must contain to mean this one. */
  readonly says: string | null
  /** False while nobody has compared the meaning with the text of the decision. */
  readonly verified: boolean
}

const WORK = ['social', 'unemployment', 'employment-injury'] as const
const method = (
  code: string,
  nameVi: string,
  effect: AdjustmentEffect,
  branches: readonly InsuranceBranch[] = INSURANCE_BRANCHES,
  says: string | null = null,
): AdjustmentMethod => ({ code, nameVi, effect, branches, says, verified: false, validFrom: '2017-07-01', validTo: null })

/**
 * Names from the code list of the declaration software, in the layout of Decision 595/QĐ-BHXH (in force 1 July 2017). Meanings are read off the
 * names, all unverified. TL and GL stand for two things in the sources: the wage goes up or down, or employment-injury insurance begins or ends.
 * Maternity (TS): social insurance counts the months and health insurance goes on (Law 41/2024/QH15), the other two branches rest.
 */
export const ADJUSTMENT_METHODS: readonly AdjustmentMethod[] = [
  method('TM', 'Tăng mới', 'start'),
  method('TD', 'Tăng do chuyển đơn vị', 'start'),
  method('TC', 'Tăng do chuyển tỉnh', 'start'),
  method('TH', 'Tăng mới hợp đồng', 'start'),
  method('ON', 'Đi làm lại', 'start'),
  method('TN', 'Tăng tham gia thất nghiệp', 'start', ['unemployment']),
  method('TV', 'Tăng tham gia HTTT', 'start', ['social']),
  method('TL', 'Tăng tham gia TNLĐ, BNN', 'start', ['employment-injury'], 'tnld'),
  method('TL', 'Tăng lương', 'wage', INSURANCE_BRANCHES, 'luong'),
  method('GH', 'Giảm hẳn', 'end'),
  method('GD', 'Giảm do chuyển đơn vị', 'end'),
  method('GC', 'Giảm do chuyển tỉnh', 'end'),
  method('GN', 'Giảm tham gia thất nghiệp', 'end', ['unemployment']),
  method('GV', 'Giảm tham gia HTTT', 'end', ['social']),
  method('GL', 'Giảm tham gia TNLĐ, BNN', 'end', ['employment-injury'], 'tnld'),
  method('GL', 'Giảm lương', 'wage', INSURANCE_BRANCHES, 'luong'),
  method('DC', 'Điều chỉnh lương', 'wage'),
  method('CD', 'Điều chỉnh chức danh', 'job'),
  method('KL', 'Nghỉ không lương', 'pause'),
  method('OF', 'Nghỉ do ốm đau/Nghỉ không lương', 'pause', WORK),
  method('TS', 'Thai sản', 'pause', ['unemployment', 'employment-injury']),
  method('AD', 'Bổ sung tăng nguyên lương', null),
  method('AT', 'Truy đóng theo MLCS tại thời điểm', null),
  method('SB', 'Bổ sung giảm nguyên lương', null),
  method('DL', 'Điều chỉnh tham gia TNLĐ, BNN', null),
  method('DN', 'Điều chỉnh tham gia thất nghiệp (MLCS thời điểm)', null),
  method('TT', 'Bổ sung tăng quỹ KCB', null),
  method('TU', 'Bổ sung giảm quỹ KCB', null),
]
