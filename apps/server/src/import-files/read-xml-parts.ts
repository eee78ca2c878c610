import { SaxesParser } from 'saxes'
import { FileRefused } from './file-refused.ts'

/** What a reader of one part hears; names without their prefix. */
export type XmlHandlers = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads XML chunk by chunk. A DOCTYPE (and with it every entity of its own) is refused; so is what is not well formed. */
export async function* readXmlParts(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser()
  parser.on('doctype', () => {
    throw new FileRefused('import-xml-doctype')
  })
  parser.on('opentag', (tag) => {
    handlers.open?.(localName(tag.name), tag.attributes)
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)))
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const chunk of chunks) {
      parser.write(decoder.decode(chunk, { stream: true }))
      yield
    }
    parser.write(decoder.decode())
    parser.close()
    yield
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('import-damaged')
  }
}
