import { createHash } from 'node:crypto'
import { type DataSection, writeDataExport } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { recordNotice, tellPerson } from '../notices/index.ts'
import { getPerson } from '../persons/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { drawPaper, keepPaper, type Paper } from '../statements/index.ts'
import { claimExport, finishExport, markExportFailed, noteProgress, readNow } from './export-queries.ts'
import { gatherSections } from './gather-sections.ts'
import { sealFile } from './sealed-file.ts'

type Named = { personId: number; exportId: string }

/** After so many attempts the person is told that it failed, and may ask again. */
const ATTEMPTS = 3

const toJsonFile = ({ code, checkUrl }: Paper, madeAt: Date, sections: readonly DataSection[]): Buffer => {
  const about = {
    format: 'an-sinh-data-export-1',
    madeAt: madeAt.toISOString(),
    code,
    checkUrl,
    check: 'Mở checkUrl và chọn tệp này: trang cho biết tệp còn nguyên hay đã bị sửa. / Open checkUrl and choose this file.',
  }
  return Buffer.from(`${JSON.stringify({ ...about, sections }, null, 2)}\n`)
}

const make = async (platform: Platform, named: Named): Promise<void> => {
  const { personId, exportId } = named
  const person = await getPerson(platform.sql, personId)
  const sections = await gatherSections(platform, personId, (done, total) => noteProgress(platform.sql, named, done, total))
  const { today, now } = await readNow(platform.sql)
  const paper = drawPaper(platform)
  const json = toJsonFile(paper, now, sections)
  const fileHash = createHash('sha256').update(json).digest('hex')
  const content = writeDataExport({ ...person, today, fileHash, sections })
  const files = [
    sealFile(platform, { ...named, format: 'json' }, json),
    sealFile(platform, { ...named, format: 'pdf' }, await paper.render(content, today)),
  ]
  await inTransaction(platform, async (transaction) => {
    await finishExport(transaction, named, files)
    // The check page keeps what it tells; the data itself is in the files alone, and goes with them.
    const checked = { ...content, lines: [], tables: [], notes: [] }
    await keepPaper(platform, transaction, {
      personId,
      statementId: exportId,
      code: paper.code,
      content: checked,
      fileHashes: files.map(({ sha256 }) => sha256),
    })
    const told = { key: `data-export/${exportId}`, content: { event: 'data-export-ready' } } as const
    const account = await findAccount(transaction, personId)
    if (account === null) await recordNotice(transaction, personId, told)
    else await tellPerson(platform, transaction, account, told)
    const actor = { kind: 'system', job: 'make-data-export' } as const
    await recordAudit(transaction, { actor, action: 'data-export-made', personId, details: { exportId } })
  })
}

/** Makes one copy. Safe to run twice: what is finished is left alone. */
export async function makeDataExport(platform: Platform, data: Record<string, unknown>): Promise<void> {
  const { personId, exportId } = data
  if (typeof personId !== 'number' || typeof exportId !== 'string') return
  const attempts = await claimExport(platform.sql, { personId, exportId })
  if (attempts === null) return
  try {
    await make(platform, { personId, exportId })
  } catch (error) {
    if (attempts < ATTEMPTS) throw error
    platform.log.error({ err: error, exportId }, 'data export failed')
    await markExportFailed(platform.sql, { personId, exportId })
  }
}
