import { IMPORT_FAULTS } from '@an-sinh/domain'
import { REFUSALS } from '@an-sinh/contract'
import type { BatchRow, ExampleRow, FaultRow, GroupCounts } from '../imports/index.ts'
import { IMPORT_GROUPS, type ImportKind } from '../platform/import-kind.ts'

const GROUP_WORDS = { new: 'mới', known: 'đã có', 'close-match': 'gần giống', moved: 'có thay đổi', rejected: 'bị loại' } as const

/** A sentence with its `{…}` filled in. */
export const fillIn = (sentence: string, details: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/gu, (_all, name: string) => String(details[name] ?? ''))

const isCode = <C extends string>(list: Readonly<Record<C, unknown>>, code: string): code is C => Object.hasOwn(list, code)

export const describeRefusal = (code: string, details: Readonly<Record<string, string | number>>): string => {
  if (!isCode(REFUSALS, code)) return code
  const { vi, nextVi, en, nextEn } = REFUSALS[code]
  return `${fillIn(`${vi} ${nextVi}`, details)}\n${fillIn(`${en} ${nextEn}`, details)}`
}

export const describeGroups = (counts: GroupCounts): string =>
  IMPORT_GROUPS.map((group) => `${GROUP_WORDS[group]} (${group}): ${counts[group] ?? 0}`).join(' · ')

export const describeProgress = ({ phase, rowsRead, bytesRead, fileBytes }: BatchRow): string =>
  `${phase} · ${rowsRead} dòng/rows · ${Math.round((100 * bytesRead) / Math.max(fileBytes, 1))} %`

export const describeExample = ({ columns }: ImportKind, { rowNo, cells }: ExampleRow): string =>
  `  dòng/row ${rowNo}: ${columns.flatMap(({ name }, at) => (typeof cells[at] === 'string' ? [`${name}=${cells[at]}`] : [])).join(', ')}`

export const describeFault = ({ columns }: ImportKind, { rowNo, column, code, value }: FaultRow): string => {
  const text = isCode(IMPORT_FAULTS, code) ? IMPORT_FAULTS[code] : null
  const title = columns.find(({ name }) => name === column)?.headers[0] ?? column
  return `  dòng/row ${rowNo}${title === null ? '' : `, ${title}`}${value === null ? '' : ` “${value}”`}: ${text === null ? code : `${text.says.vi} ${text.fix.vi}`}`
}
