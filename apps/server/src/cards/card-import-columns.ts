import { type CellParser, choiceCell, codeCell, dateCell, insuranceNumberCell, integerCell, joinedCell, textCell } from '@an-sinh/domain'
import type { ImportColumn } from '../platform/import-kind.ts'

/** Printed in groups, `DN 4 01 …` or `79 - 014`: the code is what is left. */
const withoutGaps =
  (parse: CellParser): CellParser =>
  (cell) =>
    parse(cell.trim() === '-' ? '' : cell.replaceAll(/[\s–-]/gu, ''))

const column = (
  name: string,
  [vi, en]: readonly [string, string],
  more: readonly string[],
  parse: CellParser,
  required: ImportColumn['required'] = 'none',
): ImportColumn => ({ name, title: { vi, en }, headers: [vi, ...more], required, parse, type: 'text' })

/**
 * What a file of health cards may tell. Several cards of one person may stand in one row, their values joined by `;` as in claims; a value
 * written once counts for each of them.
 */
export const cardColumns: readonly ImportColumn[] = [
  column('insuranceNumber', ['Mã số BHXH', 'Insurance number'], ['Mã BHXH', 'Số BHXH', 'ma_so_bhxh'], insuranceNumberCell, 'file'),
  column(
    'oldCardNumber',
    ['Số thẻ BHYT (15 ký tự)', '15-character card number'],
    ['Số thẻ BHYT', 'Mã thẻ', 'Mã thẻ BHYT', 'ma_the_bhyt', 'ma_the'],
    joinedCell(withoutGaps(codeCell(/^[A-Z]{2}[1-5]\d{12}$/u))),
  ),
  column('participantGroup', ['Mã đối tượng', 'Participant group'], ['Đối tượng', 'ma_doi_tuong'], joinedCell(codeCell(/^[A-Z]{2}$/u))),
  column('coverageLevel', ['Mức hưởng', 'Coverage level'], ['Mã mức hưởng', 'ma_muc_huong'], joinedCell(integerCell(1, 5))),
  column(
    'facilityCode',
    ['Mã nơi ĐKKCB ban đầu', 'Registered facility'],
    ['Nơi ĐKKCB ban đầu', 'Mã ĐKKCB', 'Mã ĐKBĐ', 'ma_dkbd'],
    joinedCell(withoutGaps(codeCell(/^\d{2}[0-9A-Z]{3}$/u, 'unknown-code'))),
    'row',
  ),
  column(
    'areaCode',
    ['Mã nơi đối tượng sinh sống', 'Area'],
    ['Mã khu vực', 'ma_khuvuc'],
    joinedCell(choiceCell({ K1: 'K1', K2: 'K2', K3: 'K3' })),
  ),
  column('validFrom', ['Giá trị từ ngày', 'Valid from'], ['Từ ngày', 'Hạn sử dụng từ ngày', 'gt_the_tu'], joinedCell(dateCell), 'row'),
  column('validTo', ['Giá trị đến ngày', 'Valid until'], ['Đến ngày', 'Hạn sử dụng đến ngày', 'gt_the_den'], joinedCell(dateCell)),
  column('continuousSince', ['Thời điểm đủ 5 năm liên tục', 'Five years in a row on'], ['5 năm liên tục'], dateCell),
  column('issuedOn', ['Ngày cấp', 'Issued on'], ['Ngày cấp thẻ'], dateCell),
  column('issuingOffice', ['Nơi cấp', 'Issuing office'], ['Cơ quan cấp', 'Mã cơ quan BHXH'], textCell(200)),
]
