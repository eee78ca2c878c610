import type { StatementPreview } from '@an-sinh/contract'
import { Facts, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { TEXTS } from './texts.ts'

type Table = StatementPreview['tables'][number]

/** Each row as a block of names and values: a table of seven columns does not fit a phone. */
const TableView = ({ table }: { readonly table: Table }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const factsOf = (row: Table['rows'][number]) =>
    table.columns.map(({ label }, at) => ({ label: label[language], value: row[at]?.[language] ?? '' }))
  const total = table.total?.filter((cell) => cell.vi !== '') ?? []
  return (
    <section className="panel">
      <h3>{table.title[language]}</h3>
      {total.length === 0 ? null : <Facts facts={factsOf(table.total ?? []).slice(1)} />}
      <details>
        <summary>{text('rows', { count: table.rows.length })}</summary>
        {table.rows.map((row) => (
          <Facts key={row.map((cell) => cell.vi).join(' ')} facts={factsOf(row)} />
        ))}
      </details>
      {table.note === null ? null : <p className="quiet">{table.note[language]}</p>}
    </section>
  )
}

/** The words of a statement on the screen, and what others will see of them. */
export const ContentView = ({ content, repeatsAll }: { readonly content: StatementPreview; readonly repeatsAll: boolean }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const toFacts = (lines: StatementPreview['lines']) =>
    lines.map(({ label, value }) => ({ label: label[language], value: value[language] }))
  return (
    <>
      <h2>{content.title[language]}</h2>
      <p>{content.period[language]}</p>
      <Facts facts={toFacts(content.lines)} />
      {content.tables.map((table) => (
        <TableView key={table.title.vi} table={table} />
      ))}
      <h2>{text('others-see')}</h2>
      {repeatsAll ? <p>{text('others-see-all')}</p> : <Facts facts={toFacts(content.shared)} />}
    </>
  )
}
