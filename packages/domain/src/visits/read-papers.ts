import type { ClaimFault, ClaimRecord, MedicalPaper } from './claim.ts'
import { PAPER_MAPPING, type PaperTable } from './claim-mapping.ts'
import { makeRecordReader } from './claim-reading.ts'
import { parseClaimDay } from './claim-times.ts'

/** XML7, 9, 10 or 11 → papers. Names of parents and children stay in the file: the list of papers does not show them. */
export const readPapers = (records: readonly ClaimRecord[], table: PaperTable, faults: ClaimFault[]): MedicalPaper[] => {
  const fields = PAPER_MAPPING[table]
  return records.map((record) => {
    const reader = makeRecordReader(record, 'papers', faults)
    const serial = reader.text(fields.serialNumber, 200)
    const book = fields.book === null ? null : reader.text(fields.book, 200)
    return {
      kind: fields.kind,
      serialNumber: book === null || serial === null ? serial : `${serial}/${book}`,
      issuedOn: reader.parsed(['NGAY_CT'], parseClaimDay),
      restFrom: fields.restFrom === null ? null : reader.parsed(fields.restFrom, parseClaimDay),
      restTo: fields.restTo === null ? null : reader.parsed(fields.restTo, parseClaimDay),
      restDays: fields.restDays === null ? null : reader.integer(fields.restDays, 400),
    }
  })
}
