import { renderInProcess } from './document-threads.ts'

/** One numbered line of the form: texts only, as they are printed. `rows` is the handwriting space of an empty one; `checked`: a check mark behind it. */
export type FormLine = { number: number; label: string; value: string | null; rows?: number; checked?: true }

/** Form 01 filled in, or blank (`file` null, values null). All texts NFC and ready to print; nothing is computed in the template. */
export type Form01Data = {
  title: string
  form: string
  /** The three purposes; one is ticked, none on a blank form. */
  purposes: { label: string; ticked: boolean }[]
  office: string
  lines: FormLine[]
  declaration: string
  signature: string
  /** Under the line of the signature. */
  signatureHint: string
  fullName: string | null
  file: { fileNumber: string; formCode: string; qrSvg: string; qrAlt: string } | null
  handIn: { label: string; value: string }[]
  bring: string[]
  notes: string[]
}

/** A pile of filled-in forms, one a page. */
export type Forms01Data = { title: string; form: string; forms: Form01Data[] }

/** Where anybody checks the paper: its code as printed, the page's address, and both as a QR. */
export type CheckData = { shown: string; checkAddress: string; qrSvg: string; qrAlt: string }

/** The counter's receipt for the paper. */
export type ReceiptData = {
  title: string
  office: string
  lines: { label: string; value: string }[]
  next: string
  issuedAt: string
  clerk: string
  notes: string[]
  /** None on a slip whose own code must stay secret. */
  check: CheckData | null
}

/** The receipts of a pile, one a page. */
type ReceiptsData = { title: string; receipts: ReceiptData[] }

/** A list for the desk; texts only, a column's share of the width. */
export type CaseListData = {
  title: string
  office: string
  notes: string[]
  footer: string
  columns: { label: string; share: number }[]
  rows: string[][]
}

/** A statement issued to a person: lines, tables, notes; the code and its QR lead to the check page. */
export type StatementData = {
  title: string
  form: string | null
  period: string
  lines: { label: string; value: string }[]
  tables: {
    title: string
    columns: { label: string; align: 'left' | 'right'; share: number }[]
    rows: string[][]
    total: string[] | null
    note: string | null
  }[]
  notes: string[]
  facts: { label: string; value: string }[]
  code: string
  checkAddress: string
  qrSvg: string
  qrAlt: string
  /** Stands in the file's own facts instead of the time of printing: printed again it is the same file. */
  issued: { year: number; month: number; day: number }
}

type Line = { label: string; value: string }

/** A health-insurance card in wallet size, front and back. */
export type WalletCardData = {
  title: string
  front: { heading: string; numberLabel: string; number: string; fullName: string; lines: Line[]; qrSvg: string; qrAlt: string }
  /** `check`: none where the code on the front leads to the check page. */
  back: { heading: string; notes: string[]; lines: Line[]; own: string; check: CheckData | null }
  /** Stands in the file's own facts instead of the time of printing, so that the same card is the same file. */
  issued: { year: number; month: number; day: number } | null
}

/** The cover sheet of a batch of forms, or the receipt of its hand-over with both signatures. */
export type BatchSheetData = {
  title: string
  office: string
  lines: Line[]
  /** Column heads, then the rows. */
  columns: string[]
  rows: string[][]
  notes: string[]
  code: string
  qrSvg: string | null
  qrAlt: string
  /** Under the lines to sign; none on a cover sheet. */
  signatures: string[]
}

/** A poster or a one-page guide of an employer, one page for each department. */
export type EmployerSheetData = {
  kind: 'poster' | 'guide'
  title: string
  pages: { employer: string; department: string }[]
  lead: string
  qrSvg: string
  qrAlt: string
  address: string
  steps: { title: string; text: string }[]
  places: Line[]
  safety: string
}

/** Official letters, one employer after the other. `about` and `place` stand in the head of each. */
export type EmployerLetterData = {
  title: string
  above: string
  office: string
  symbol: string
  about: string
  place: string
  signs: string
  copies: string[]
  letters: { employer: string; code: string; address: string; paragraphs: string[] }[]
}

export type PdfData = {
  'form-01': Form01Data
  'forms-01': Forms01Data
  receipt: ReceiptData
  receipts: ReceiptsData
  'case-list': CaseListData
  statement: StatementData
  'wallet-card': WalletCardData
  'batch-sheet': BatchSheetData
  'employer-sheet': EmployerSheetData
  'employer-letter': EmployerLetterData
}

/** A4, tagged (PDF/UA-1). @throws Refusal `overloaded` */
export async function renderPdf<T extends keyof PdfData>(template: T, data: PdfData[T]): Promise<Buffer> {
  return Buffer.from(await renderInProcess({ template, data: JSON.stringify(data) }))
}
