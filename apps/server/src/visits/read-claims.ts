import type { TextDecoder } from 'node:util'
import { type Claim, compareAmounts, type ClaimFault, type ClaimRecord, type ClaimTable, isClaimTable, readClaim } from '@an-sinh/domain'

import type { ReadRow } from '../platform/import-kind.ts'
import { FileRefused } from '../import-files/index.ts'
import { type Envelope, EnvelopeSplitter } from './claim-envelope.ts'
import { makeTextDecoder } from './decode-claim-text.ts'
import { readClaimPart } from './read-claim-part.ts'

type Cell = string | null
const joined = (values: readonly string[]): Cell => (values.length === 0 ? null : values.join(';'))

/** In the order of the kind's columns (`visits-import.ts`). */
const cellsOf = ({ facilityCode, visitKey, cardNumbers, nationalId, fullName, bornOn, visit, costLines, papers }: Claim): Cell[] => [
  facilityCode,
  visitKey,
  joined(cardNumbers),
  nationalId,
  fullName,
  bornOn,
  visit === null ? null : JSON.stringify({ ...visit, sumsAgree: compareAmounts(visit, costLines).length === 0 }),
  JSON.stringify(costLines),
  JSON.stringify(papers),
]

const readEnvelope = ({ rowNo, facilityCode, parts }: Envelope): ReadRow => {
  const records = new Map<ClaimTable, readonly ClaimRecord[]>()
  const broken: ClaimFault[] = []
  for (const { table, base64 } of parts) {
    if (!isClaimTable(table)) continue
    const read = readClaimPart(base64)
    if (typeof read === 'string') broken.push({ column: null, code: read, value: table })
    else records.set(table, [...(records.get(table) ?? []), ...read])
  }
  const { claim, faults } = readClaim({ facilityCode, records })
  // What is missing because its part is broken is not told a second time.
  return { rowNo, cells: cellsOf(claim), faults: broken.length > 0 ? broken : faults }
}

/**
 * The outer GIAMDINHHS as a stream of bytes → one row per HOSO. Memory is one HOSO, whatever the file. A broken inner part is a fault of
 * its row; a broken, foreign or unsafe outer document is a refusal.
 */
export async function* readClaims(chunks: AsyncIterable<Buffer>): AsyncIterable<ReadRow> {
  const splitter = new EnvelopeSplitter()
  let decoder: TextDecoder | null = null
  const decode = (chunk: Buffer, stream: boolean): string => {
    decoder ??= makeTextDecoder(chunk)
    try {
      return decoder.decode(chunk, { stream })
    } catch {
      throw new FileRefused('claims-encoding')
    }
  }
  for await (const chunk of chunks) for (const envelope of splitter.take(decode(chunk, true))) yield readEnvelope(envelope)
  for (const envelope of splitter.take(decode(Buffer.alloc(0), false))) yield readEnvelope(envelope)
  splitter.end()
}
