import { SaxesParser } from 'saxes'

import { FileRefused } from '../import-files/index.ts'

export type EnvelopePart = { readonly table: string; readonly base64: string }
/** One HOSO as it stands in the envelope: its parts in their order, still base64. */
export type Envelope = { readonly rowNo: number; readonly facilityCode: string | null; readonly parts: readonly EnvelopePart[] }

/** Text without any tag in between that is still held: beyond it the file is refused, whatever it wanted to be. */
const HELD_LIMIT = 32_000_000
const DEPTH_LIMIT = 64
const PARTS_LIMIT = 64

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toUpperCase()

/** Splits the outer document into HOSO as its text comes; holds one HOSO, never the file. */
export class EnvelopeSplitter {
  readonly #parser = new SaxesParser({ position: false })
  readonly #path: string[] = []
  #ready: Envelope[] = []
  #rowNo = 0
  #text = ''
  #held = 0
  #facilityCode: string | null = null
  #parts: EnvelopePart[] = []
  #partsSize = 0
  #table = ''
  #base64 = ''

  constructor() {
    const addText = (text: string): void => void (this.#text += text)
    this.#parser.on('doctype', () => {
      throw new FileRefused('claims-doctype')
    })
    this.#parser.on('text', addText)
    this.#parser.on('cdata', addText)
    this.#parser.on('opentag', ({ name }) => this.#open(localName(name)))
    this.#parser.on('closetag', ({ name }) => this.#close(localName(name)))
  }

  /** Takes the next piece of text, hands on the HOSO that are complete. */
  take(text: string): readonly Envelope[] {
    this.#held += text.length
    this.#guard(() => this.#parser.write(text))
    if (this.#held > HELD_LIMIT) throw new FileRefused('claims-part-too-large')
    const ready = this.#ready
    this.#ready = []
    return ready
  }

  /** The file has ended: it must have been whole, and an envelope. */
  end(): void {
    this.#guard(() => this.#parser.close())
    if (this.#rowNo === 0) throw new FileRefused('claims-not-claims')
  }

  #guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      if (error instanceof FileRefused) throw error
      throw new FileRefused(error instanceof Error && error.message.includes('entity') ? 'claims-doctype' : 'claims-broken')
    }
  }

  #open(name: string): void {
    if (this.#path.length === 0 && name !== 'GIAMDINHHS') throw new FileRefused('claims-not-claims')
    this.#path.push(name)
    if (this.#path.length > DEPTH_LIMIT) throw new FileRefused('claims-broken')
    this.#text = ''
    this.#held = 0
    if (name === 'FILEHOSO') [this.#table, this.#base64] = ['', '']
    if (name === 'HOSO') [this.#parts, this.#partsSize] = [[], 0]
  }

  #close(name: string): void {
    this.#path.pop()
    if (name === 'MACSKCB') this.#facilityCode = this.#text.trim() || null
    if (name === 'LOAIHOSO') this.#table = this.#text.trim().toUpperCase()
    if (name === 'NOIDUNGFILE') this.#base64 = this.#text
    if (name === 'FILEHOSO') this.#addPart()
    if (name === 'HOSO') {
      this.#rowNo += 1
      this.#ready.push({ rowNo: this.#rowNo, facilityCode: this.#facilityCode, parts: this.#parts })
      this.#parts = []
    }
    this.#text = ''
    this.#held = 0
  }

  #addPart(): void {
    this.#partsSize += this.#base64.length
    if (this.#partsSize > HELD_LIMIT || this.#parts.length >= PARTS_LIMIT) throw new FileRefused('claims-part-too-large')
    this.#parts.push({ table: this.#table, base64: this.#base64 })
    this.#base64 = ''
  }
}
