import { createHash } from 'node:crypto'
import { getStatementFileRoute } from '@an-sinh/contract'
import { renderPdf } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { openCode, openContent } from './sealed-statement.ts'
import { findStatement, rememberFile } from './statement-queries.ts'
import { checkUrlOf } from './to-statement-answer.ts'
import { toStatementData } from './to-statement-data.ts'

const FILE_NAMES = {
  'yearly-notice': 'thong-bao-c14-ts.pdf',
  'participation-book': 'so-bhxh-dien-tu.pdf',
  confirmation: 'giay-xac-nhan.pdf',
}

/** The paper as PDF, from the words kept on its day. A withdrawn one is not printed any more. */
export function getStatementFile(server: Server, platform: Platform): void {
  addRoute(server, getStatementFileRoute, async ({ params: { statementId }, request, reply }) => {
    const { personId } = requireActor(request, 'citizen')
    const row = requireFound(await findStatement(platform.sql, personId, statementId), 'not-found')
    if (row.erased) throw new Refusal('not-found')
    if (row.withdrawn) throw new Refusal('statement-withdrawn')
    const code = openCode(platform, row)
    const pdf = await renderPdf(
      'statement',
      toStatementData(openContent(platform, row), row, { code, checkUrl: checkUrlOf(platform, code) }),
    )
    await rememberFile(platform.sql, personId, statementId, createHash('sha256').update(pdf).digest())
    return reply.type('application/pdf').header('content-disposition', `attachment; filename="${FILE_NAMES[row.kind]}"`).send(pdf)
  })
}
