import type { CivilDate, StatementContent } from '@an-sinh/domain'
import { renderPdf } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import { drawStatementCode, hashCode, openCode, sealCode, sealContent } from './sealed-statement.ts'
import { insertStatement, insertStatementCode, listPaperRows, rememberFile } from './statement-queries.ts'
import { checkUrlOf } from './to-statement-answer.ts'
import { toStatementData } from './to-statement-data.ts'

/** A paper of another feature, with a code that anybody checks where every paper is checked. Its file is the other feature's to keep. */
export type Paper = { code: string; checkUrl: string; render: (content: StatementContent, issuedOn: CivilDate) => Promise<Buffer> }

/** Draws a code. It leads nowhere until the paper is kept. */
export function drawPaper(platform: Platform): Paper {
  const code = drawStatementCode()
  const checkUrl = checkUrlOf(platform, code)
  const render: Paper['render'] = (content, issuedOn) =>
    renderPdf('statement', toStatementData(content, { issuedOn, validUntil: null }, { code, checkUrl }))
  return { code, checkUrl, render }
}

/** From now on the check page knows the code, what it may tell of the paper, and the files. `content`: no more than that is kept. */
export async function keepPaper(
  platform: Platform,
  transaction: Transaction,
  {
    code,
    content,
    fileHashes,
    ...named
  }: { personId: number; statementId: string; code: string; content: StatementContent; fileHashes: Buffer[] },
): Promise<void> {
  const isNew = await insertStatement(transaction, {
    ...named,
    kind: content.kind,
    year: null,
    validUntil: null,
    fields: [],
    sealedCode: sealCode(platform, named, code),
    sealedContent: sealContent(platform, named, content),
  })
  if (!isNew) throw new Error('a paper of this id is there already')
  await insertStatementCode(transaction, { ...named, codeHmac: hashCode(platform, code) })
  for (const hash of fileHashes) await rememberFile(transaction, named.personId, named.statementId, hash)
}

/** The codes of a person's papers of one kind, by id. */
export async function listPaperCodes(
  platform: Platform,
  personId: number,
  kind: StatementContent['kind'],
): Promise<Map<string, { code: string; checkUrl: string }>> {
  const rows = await listPaperRows(platform.sql, personId, kind)
  return new Map(
    rows.map((row) => {
      const code = openCode(platform, row)
      return [row.statementId, { code, checkUrl: checkUrlOf(platform, code) }]
    }),
  )
}
