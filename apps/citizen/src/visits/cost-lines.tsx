import type { CostLine } from '@an-sinh/contract'
import { useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { WrongLine } from '../shared/page/wrong-line.tsx'
import { formatAmount, formatQuantity } from './format-amount.ts'
import { TEXTS } from './texts.ts'

/** The eleven fields in the order people know from VssID; the name heads the card and stands first in the table's row. */
const COLUMNS = [
  'name',
  'code',
  'unit',
  'quantity',
  'unitPriceVnd',
  'coveragePercent',
  'amountVnd',
  'fundVnd',
  'otherVnd',
  'ownVnd',
  'copaymentVnd',
] as const
type Column = (typeof COLUMNS)[number]

const cellOf = (line: CostLine, column: Column): string => {
  switch (column) {
    case 'name':
    case 'code':
    case 'unit':
      return line[column] ?? '–'
    case 'quantity':
      return formatQuantity(line.quantity)
    case 'coveragePercent':
      return line.coveragePercent === null ? '–' : `${line.coveragePercent} %`
    case 'unitPriceVnd':
    case 'amountVnd':
    case 'fundVnd':
    case 'otherVnd':
    case 'ownVnd':
    case 'copaymentVnd':
      return formatAmount(line[column])
  }
}
const isText = (column: Column): boolean => column === 'name' || column === 'code' || column === 'unit'

/** A table where there is room; on a phone each row is a card and each cell says its name. */
export const CostLines = ({ lines }: { readonly lines: readonly CostLine[] }): ReactNode => {
  const text = useTexts(TEXTS)
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="cost-lines">
      <h2 id="cost-lines">{text('lines', { count: lines.length })}</h2>
      <table className="cost-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={isText(column) ? undefined : 'number'}>
                {text(`line-${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{text('line-wrong')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.costLineId}>
              {COLUMNS.map((column) =>
                column === 'name' ? (
                  <th key={column} scope="row">
                    {line.name}
                  </th>
                ) : (
                  <td key={column} className={isText(column) ? undefined : 'number'}>
                    <span className="cost-label">{text(`line-${column}`)}</span>
                    <span>{cellOf(line, column)}</span>
                  </td>
                ),
              )}
              <td>
                <WrongLine kind="visit-cost" id={line.costLineId} what={line.name} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
