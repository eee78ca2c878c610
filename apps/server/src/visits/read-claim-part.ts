import type { ClaimFault, ClaimRecord } from '@an-sinh/domain'
import { SaxesParser } from 'saxes'

import { decodeBase64Text } from './decode-claim-text.ts'

type Records = readonly ClaimRecord[]
type Level = { readonly name: string; text: string; isLeaf: boolean; fields: Record<string, string> | null }

/** Characters of one base64 part: a month in hospital has 3,000 cost lines of 1.2 kB. */
const PART_LIMIT = 12_000_000
const RECORDS_LIMIT = 20_000
const DEPTH_LIMIT = 32

class NotAllowed extends Error {}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toUpperCase()

/**
 * An inner document → its records: every element whose children are leaves is one, whatever it and the elements around it are called
 * (the roots differ between programs). Comments and attributes are passed over.
 */
const parseRecords = (xml: string): Records => {
  const records: ClaimRecord[] = []
  const levels: Level[] = []
  const parser = new SaxesParser()
  const addText = (text: string): void => {
    const level = levels.at(-1)
    if (level !== undefined) level.text += text
  }
  parser.on('doctype', () => {
    throw new NotAllowed()
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', ({ name }) => {
    const parent = levels.at(-1)
    if (parent !== undefined) parent.isLeaf = false
    levels.push({ name: localName(name), text: '', isLeaf: true, fields: null })
    if (levels.length > DEPTH_LIMIT || records.length > RECORDS_LIMIT) throw new Error('too deep or too many')
  })
  parser.on('closetag', () => {
    const level = levels.pop()
    const parent = levels.at(-1)
    if (level === undefined) return
    if (level.fields !== null) records.push(level.fields)
    else if (level.isLeaf && parent !== undefined)
      (parent.fields ??= Object.create(null) as Record<string, string>)[level.name] = level.text
  })
  parser.write(xml.trimStart()).close()
  return records
}

/** One NOIDUNGFILE → its records, or the fault that the whole HOSO has. */
export const readClaimPart = (base64: string): Records | ClaimFault['code'] => {
  if (base64.length > PART_LIMIT) return 'part-too-large'
  const xml = decodeBase64Text(base64)
  if (xml === null) return 'part-broken'
  try {
    return parseRecords(xml)
  } catch (error) {
    return error instanceof NotAllowed ? 'part-not-allowed' : 'part-broken'
  }
}
