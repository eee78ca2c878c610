import { randomBytes } from 'node:crypto'

/**
 * Joins tagged PDFs of one maker and one look into one, piece by piece, so that a file of thousands of pages is never whole in memory.
 * Each part is as `renderPdf` makes it: plain objects, a table of their places, a catalogue with pages and a structure tree. Objects are
 * numbered anew and written out at once; what holds them together (page tree, structure tree, table of places) follows at the end.
 */

/** Numbers of the objects that hold the whole together; parts begin behind them. */
const WHOLE = { catalog: 1, pages: 2, structure: 3, document: 4, parents: 5, ids: 6, info: 7, metadata: 8 } as const
const LAST_WHOLE = 8
const LINES_AT_ONCE = 20_000

type PdfObject = { head: string; stream: Buffer | null }
type Part = { objects: Map<number, PdfObject>; root: number; info: number }
type Joined = { pages: number[]; documents: number[]; parents: number[]; ids: number[]; count: number; last: number; head: Part | null }

const numberAfter = (text: string, word: string): number => {
  const found = new RegExp(`/${word}\\s+(\\d+)\\b`, 'u').exec(text)?.[1]
  if (found === undefined) throw new Error(`a part of the file has no ${word}`)
  return Number(found)
}
const listAfter = (text: string, word: string): string => new RegExp(`/${word}\\s*\\[([^\\]]*)\\]`, 'u').exec(text)?.[1] ?? ''

/** The objects of one part by their number, bytes of streams apart from the words before them. */
function readPart(pdf: Buffer): Part {
  const tail = pdf.subarray(-600).toString('latin1')
  const table = pdf.subarray(Number(/startxref\s+(\d+)/u.exec(tail)?.[1] ?? Number.NaN)).toString('latin1')
  const places = [...table.matchAll(/^(\d{10}) \d{5} n/gmu)].map((match) => Number(match[1]))
  const ends = [...places.slice(1), pdf.length]
  const objects: Part['objects'] = new Map()
  for (const [at, place] of places.entries()) {
    const bytes = pdf.subarray(place, ends[at])
    const streamAt = bytes.indexOf('\nstream\n')
    const text = bytes.subarray(0, streamAt < 0 ? bytes.lastIndexOf('endobj') : streamAt).toString('latin1')
    const head = text.slice(text.indexOf('obj') + 3).trim()
    objects.set(at + 1, { head, stream: streamAt < 0 ? null : bytes.subarray(streamAt + 8, streamAt + 8 + numberAfter(head, 'Length')) })
  }
  return { objects, root: numberAfter(table, 'Root'), info: numberAfter(table, 'Info') }
}

const objectOf = (part: Part, number: number): PdfObject => {
  const found = part.objects.get(number)
  if (found === undefined) throw new Error(`a part of the file has no object ${number}`)
  return found
}
const headOf = (part: Part, number: number): string => objectOf(part, number).head

/** Writes objects and remembers where each begins. */
class Places {
  readonly #places: number[] = []
  #at = 0

  raw(bytes: Buffer | string): Buffer {
    const written = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes
    this.#at += written.length
    return written
  }

  object(number: number, head: string, stream: Buffer | null = null): Buffer {
    this.#places[number] = this.#at
    const text = Buffer.from(`${number} 0 obj\n${head}\n`, 'latin1')
    const parts = stream === null ? [text] : [text, Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')]
    return this.raw(Buffer.concat([...parts, Buffer.from('endobj\n\n')]))
  }

  *table(trailer: string): Generator<Buffer> {
    const begins = this.#at
    yield this.raw(`xref\n0 ${this.#places.length}\n0000000000 65535 f\r\n`)
    for (let from = 1; from < this.#places.length; from += LINES_AT_ONCE) {
      const lines = this.#places.slice(from, from + LINES_AT_ONCE).map((place) => `${String(place).padStart(10, '0')} 00000 n\r\n`)
      yield this.raw(lines.join(''))
    }
    yield this.raw(`trailer\n<<\n  /Size ${this.#places.length}\n  ${trailer}\n>>\nstartxref\n${begins}\n%%EOF\n`)
  }
}

/** New numbers without gaps for what of a part stays; the structure tree's own becomes the whole's. */
function numberAnew(part: Part, base: number): { kept: ReadonlyMap<number, number>; pages: number; structure: number } {
  const catalog = headOf(part, part.root)
  const [pages, structure] = [numberAfter(catalog, 'Pages'), numberAfter(catalog, 'StructTreeRoot')]
  const outlines = catalog.includes('/Outlines') ? [numberAfter(catalog, 'Outlines')] : []
  const left = new Set([part.root, part.info, structure, numberAfter(catalog, 'Metadata'), ...outlines])
  const kept = [...part.objects.keys()].filter((number) => !left.has(number))
  return { kept: new Map(kept.map((number, at) => [number, base + at + 1])), pages, structure }
}

/** The objects of one part under their new numbers. Only numbers and marks stand in dictionaries: what people typed lies in streams. */
function* movePart(places: Places, joined: Joined, part: Part, at: number): Generator<Buffer> {
  const { kept, pages, structure } = numberAnew(part, joined.last)
  const refOf = (number: number): number => (number === structure ? WHOLE.document : (kept.get(number) ?? 0))
  const move = (text: string): string =>
    text
      .replaceAll(/(\d+) 0 R/gu, (_, number: string) => `${refOf(Number(number))} 0 R`)
      .replaceAll(/\((U\d+x\d+y\d+)\)/gu, (_, id: string) => `(P${String(at).padStart(6, '0')}${id})`)
      .replace(/\/StructParents (\d+)/u, (_, key: string) => `/StructParents ${joined.count + Number(key)}`)
  for (const [number, to] of kept) {
    const { head, stream } = objectOf(part, number)
    const moved = move(head)
    yield places.object(to, number === pages ? moved.replace('/Type /Pages', `/Type /Pages\n  /Parent ${WHOLE.pages} 0 R`) : moved, stream)
  }
  const tree = headOf(part, structure)
  const count = numberAfter(headOf(part, pages), 'Count')
  const [parents, ids] = [joined.last + kept.size + 1, joined.last + kept.size + 2]
  const keys = move(listAfter(tree, 'Nums')).replaceAll(
    /(\d+) (\d+ 0 R)/gu,
    (_, key: string, ref: string) => `${joined.count + Number(key)} ${ref}`,
  )
  yield places.object(parents, `<< /Limits [${joined.count} ${joined.count + count - 1}] /Nums [${keys}] >>`)
  const names = [...move(listAfter(tree, 'Names')).matchAll(/(\([^)]*\)) \d+ 0 R/gu)].toSorted(([, one = ''], [, other = '']) =>
    one < other ? -1 : 1,
  )
  const limits = `${names[0]?.[1] ?? '()'} ${names.at(-1)?.[1] ?? '()'}`
  yield places.object(ids, `<< /Limits [${limits}] /Names [${names.map(([pair]) => pair).join(' ')}] >>`)
  joined.pages.push(refOf(pages))
  joined.documents.push(...[...listAfter(tree, 'K').matchAll(/(\d+) 0 R/gu)].map(([, number]) => refOf(Number(number))))
  joined.parents.push(parents)
  joined.ids.push(ids)
  joined.count += count
  joined.last = ids
}

const refs = (numbers: readonly number[]): string => numbers.map((number) => `${number} 0 R`).join(' ')

/** What holds the parts together, after the first part's own words. */
function* closeFile(places: Places, joined: Joined): Generator<Buffer> {
  const { head } = joined
  if (head === null) throw new Error('a file of no parts')
  const catalog = headOf(head, head.root)
  const roles = /\/RoleMap\s*<<[^>]*>>/u.exec(headOf(head, numberAfter(catalog, 'StructTreeRoot')))?.[0] ?? ''
  yield places.object(
    WHOLE.catalog,
    catalog
      .replace(/\/Outlines \d+ 0 R/u, '')
      .replace(/\/Pages \d+/u, `/Pages ${WHOLE.pages}`)
      .replace(/\/StructTreeRoot \d+/u, `/StructTreeRoot ${WHOLE.structure}`)
      .replace(/\/Metadata \d+/u, `/Metadata ${WHOLE.metadata}`),
  )
  yield places.object(WHOLE.pages, `<< /Type /Pages /Count ${joined.count} /Kids [${refs(joined.pages)}] >>`)
  yield places.object(
    WHOLE.structure,
    `<< /Type /StructTreeRoot ${roles} /K [${WHOLE.document} 0 R] /ParentTree ${WHOLE.parents} 0 R /IDTree ${WHOLE.ids} 0 R /ParentTreeNextKey ${joined.count} >>`,
  )
  yield places.object(WHOLE.document, `<< /Type /StructElem /S /Document /P ${WHOLE.structure} 0 R /K [${refs(joined.documents)}] >>`)
  yield places.object(WHOLE.parents, `<< /Kids [${refs(joined.parents)}] >>`)
  yield places.object(WHOLE.ids, `<< /Kids [${refs(joined.ids)}] >>`)
  yield places.object(WHOLE.info, headOf(head, head.info))
  const metadata = head.objects.get(numberAfter(catalog, 'Metadata'))?.stream ?? Buffer.alloc(0)
  const counted = Buffer.from(metadata.toString('latin1').replace(/<xmpTPg:NPages>\d+/u, `<xmpTPg:NPages>${joined.count}`), 'latin1')
  yield places.object(WHOLE.metadata, `<< /Length ${counted.length} /Type /Metadata /Subtype /XML >>`, counted)
  const id = randomBytes(16).toString('hex')
  yield* places.table(`/Root ${WHOLE.catalog} 0 R\n  /Info ${WHOLE.info} 0 R\n  /ID [<${id}> <${id}>]`)
}

/** Of one part. */
export function countPages(pdf: Buffer): number {
  const part = readPart(pdf)
  return numberAfter(headOf(part, numberAfter(headOf(part, part.root), 'Pages')), 'Count')
}

/** One PDF of all parts, in their order. @throws Error on a part that another maker wrote */
export async function* joinPdfs(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const places = new Places()
  const joined: Joined = { pages: [], documents: [], parents: [], ids: [], count: 0, last: LAST_WHOLE, head: null }
  yield places.raw(Buffer.from([...Buffer.from('%PDF-1.7\n%'), 0x80, 0x80, 0x80, 0x80, 0x0a, 0x0a]))
  let at = 0
  for await (const pdf of parts) {
    const part = readPart(pdf)
    joined.head ??= part
    yield Buffer.concat([...movePart(places, joined, part, at)])
    at += 1
  }
  yield* closeFile(places, joined)
}
