import { codeCell, decimalCell, textCell } from '@an-sinh/domain'

import type { ImportColumn } from '../platform/import-kind.ts'

/** Đồng, or a coefficient up to 100. */
const wageCell = decimalCell(0, 2_000_000_000)
const percentCell = decimalCell(0, 100)

const wage = (name: string, vi: string, en: string, headers: readonly [string, ...string[]], parse = wageCell): ImportColumn => ({
  name,
  title: { vi, en },
  headers,
  required: 'none',
  parse,
  type: 'numeric',
})

/** Who pays: a well-formed code may be unknown to us, a malformed one waits. */
export const EMPLOYER_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'employerCode',
    title: { vi: 'Mã đơn vị', en: 'Employer code' },
    headers: ['Mã đơn vị', 'employer code'],
    required: 'none',
    parse: codeCell(/^[A-Z]{2,3}\d{3,4}[A-Z]$/u, 'unknown-code'),
    type: 'text',
  },
  {
    name: 'employerName',
    title: { vi: 'Tên đơn vị', en: 'Employer' },
    headers: ['Tên đơn vị', 'Đơn vị công tác', 'Đơn vị', 'employer'],
    required: 'none',
    parse: textCell(300),
    type: 'text',
  },
]

/** Job and wage of a row, in the words of form D02-LT. */
export const WAGE_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'jobTitle',
    title: { vi: 'Chức danh nghề', en: 'Job' },
    headers: ['Chức danh nghề', 'Cấp bậc, chức vụ, chức danh nghề', 'Chức vụ', 'Chức danh', 'job title'],
    required: 'none',
    parse: textCell(500),
    type: 'text',
  },
  {
    name: 'workplace',
    title: { vi: 'Nơi làm việc', en: 'Workplace' },
    headers: ['Nơi làm việc', 'workplace'],
    required: 'none',
    parse: textCell(500),
    type: 'text',
  },
  wage('base', 'Mức lương', 'Base wage', ['Mức lương', 'Tiền lương', 'base wage']),
  wage('positionAllowance', 'Phụ cấp chức vụ', 'Position allowance', ['Phụ cấp chức vụ', 'Phụ cấp CV', 'position allowance']),
  wage(
    'overFrame',
    'Phụ cấp TNVK (%)',
    'Over-frame seniority (%)',
    ['Phụ cấp TNVK (%)', 'Phụ cấp TNVK', 'Phụ cấp thâm niên vượt khung (%)'],
    percentCell,
  ),
  wage(
    'occupational',
    'Phụ cấp TN nghề (%)',
    'Occupational seniority (%)',
    ['Phụ cấp TN nghề (%)', 'Phụ cấp TN nghề', 'Phụ cấp thâm niên nghề (%)'],
    percentCell,
  ),
  wage('wageAllowance', 'Phụ cấp lương', 'Wage allowance', ['Phụ cấp lương', 'wage allowance']),
  wage('supplements', 'Các khoản bổ sung', 'Supplements', ['Các khoản bổ sung', 'supplements']),
]
