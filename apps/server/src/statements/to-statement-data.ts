import { formatDateVi, formatStatementCode, STATEMENT_KIND_RULES, type StatementContent, type StatementTable } from '@an-sinh/domain'
import { renderSVG } from 'uqr'
import type { StatementData } from '../documents/index.ts'
import type { StatementRow } from './statement-queries.ts'

/** Words need room as their longest does, within reason; tables of the same columns share the width out alike. */
const shareOf = (tables: readonly StatementTable[], at: number): number => {
  const lengths = tables.flatMap(({ rows, total }) => [...rows, total ?? []].map((row) => row[at]?.vi.length ?? 0))
  const label = tables[0]?.columns[at]?.label.vi.length ?? 0
  return Math.min(26, Math.max(8, label / 2, ...lengths))
}

/** The Vietnamese words of a kept content, laid out for the template. */
export function toStatementData(
  content: StatementContent,
  row: Pick<StatementRow, 'issuedOn' | 'validUntil'>,
  { code, checkUrl }: { code: string; checkUrl: string },
): StatementData {
  const [year = 0, month = 0, day = 0] = row.issuedOn.split('-').map(Number)
  const shown = formatStatementCode(code)
  return {
    title: content.title.vi,
    form: content.kind === 'data-export' ? null : STATEMENT_KIND_RULES[content.kind].form,
    period: content.period.vi,
    lines: content.lines.map(({ label, value }) => ({ label: label.vi, value: value.vi })),
    tables: content.tables.map((table) => ({
      title: table.title.vi,
      columns: table.columns.map(({ label, align }, at) => ({ label: label.vi, align, share: shareOf(content.tables, at) })),
      rows: table.rows.map((cells) => cells.map((cell) => cell.vi)),
      total: table.total?.map((cell) => cell.vi) ?? null,
      note: table.note?.vi ?? null,
    })),
    notes: content.notes.map((note) => note.vi),
    facts: [
      { label: 'Ngày lập', value: formatDateVi(row.issuedOn) },
      row.validUntil === null
        ? { label: 'Thời hạn', value: 'không giới hạn; số liệu của ngày lập' }
        : { label: 'Giá trị đến hết ngày', value: formatDateVi(row.validUntil) },
    ],
    code: shown,
    checkAddress: `${new URL(checkUrl).host}/kiem-tra`,
    qrSvg: renderSVG(checkUrl, { ecc: 'M', border: 4 }),
    qrAlt: `Mã QR mở trang kiểm tra giấy ${shown}`,
    issued: { year, month, day },
  }
}
