import { CsvScanner } from './csv-scanner.ts'
import { FileRefused } from './file-refused.ts'
import type { FileRow } from './file-row.ts'

const HEAD_BYTES = 65_536
/** Rows of so much text are cut, checked and handed on together: small, so that they are forgotten young. */
const BITE_BYTES = 65_536
const DELIMITERS = [',', ';', '\t', '|'] as const

/** How many headings a first part of the file names when cut into these rows: tells which sign separates the cells. */
export type CountHeadings = (rows: readonly (readonly string[])[]) => number

const requireUtf8 = (head: Buffer): void => {
  const [first, second] = head
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || head.subarray(0, 1024).includes(0))
    throw new FileRefused('import-utf16')
  const text = new TextDecoder('utf-8').decode(head)
  const broken = text.split('\uFFFD').length - 1
  if (broken <= 1) return
  // Whole sentences of a one-byte code page leave no good accented letter; a few broken cells among good ones are faults of their rows.
  const good = text.match(/[\u00C0-\u1EF9]/gu)?.length ?? 0
  if (broken > good) throw new FileRefused('import-encoding')
}

const chooseDelimiter = (head: string, countHeadings: CountHeadings): string => {
  const scores = DELIMITERS.map((delimiter) => {
    const rows = new CsvScanner(delimiter).push(head.endsWith('\n') ? head : `${head}\n`).map(({ cells }) => cells as string[])
    return { delimiter, headings: countHeadings(rows), widest: Math.max(0, ...rows.map((cells) => cells.length)) }
  })
  const [best] = scores.toSorted((a, b) => b.headings - a.headings || b.widest - a.widest)
  return best?.delimiter ?? ','
}

/**
 * Rows of a CSV file: UTF-8 with or without byte-order mark, cells apart by `,` `;` tab or `|` (found out by the headings), any line ends.
 * Broken bytes become U+FFFD and are a fault of their cell. @throws FileRefused for other encodings and for a quote left open
 */
export async function* readCsv(
  chunks: AsyncIterable<Buffer>,
  countHeadings: CountHeadings,
  onDelimiter: (delimiter: string) => void = () => undefined,
): AsyncGenerator<readonly FileRow[]> {
  const decoder = new TextDecoder('utf-8')
  let scanner: CsvScanner | null = null
  let head = Buffer.alloc(0)
  const start = (): CsvScanner => {
    requireUtf8(head)
    const delimiter = chooseDelimiter(new TextDecoder('utf-8').decode(head.subarray(0, HEAD_BYTES)), countHeadings)
    onDelimiter(delimiter)
    return new CsvScanner(delimiter)
  }
  for await (const chunk of chunks) {
    if (scanner !== null) {
      for (let at = 0; at < chunk.length; at += BITE_BYTES)
        yield scanner.push(decoder.decode(chunk.subarray(at, at + BITE_BYTES), { stream: true }))
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < HEAD_BYTES) continue
    scanner = start()
    yield scanner.push(decoder.decode(head, { stream: true }))
  }
  const last: CsvScanner = scanner ?? start()
  yield last.push(decoder.decode(scanner === null ? head : new Uint8Array(), { stream: false }))
  yield last.end()
}
