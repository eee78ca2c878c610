import type { HandInBatch, HandIns } from '@an-sinh/contract'
import { BATCH_ODDS, type Bilingual, type BatchOdd } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import { requireFound } from '../platform/refusal.ts'
import {
  type BatchSummaryRow,
  findBatch,
  listBatches,
  listLines,
  listOdds,
  listSigned,
  listWaiting,
  readNow,
  type SignedRow,
} from './hand-in-queries.ts'

/** Where the clerk's own words would tell an employer more than that the person should ask, or would tell it what to do at the counter. */
const ODDS: Readonly<Partial<Record<BatchOdd, Bilingual>>> = {
  'not-waiting': {
    vi: 'Hồ sơ không còn chờ nộp tờ khai. Người lao động xem trong ứng dụng hoặc hỏi cơ quan BHXH.',
    en: 'It no longer waits for its form. The employee sees why in the app, or asks the office.',
  },
  'not-in-batch': {
    vi: 'Không có trong bảng kê này. Cơ quan BHXH nhận riêng hoặc trả lại.',
    en: 'Not on this list. The office takes it by itself or gives it back.',
  },
  'other-office': {
    vi: 'Thuộc cơ quan BHXH khác. Nộp ở cơ quan ghi trên tờ khai.',
    en: 'Of another office. Hand it in where the form says.',
  },
  expired: {
    vi: 'Quá hạn nộp. Người lao động gia hạn trong ứng dụng rồi nộp lại.',
    en: 'Past its date. The employee extends it in the app; then hand it in again.',
  },
  locked: { vi: 'Cán bộ đang xử lý hồ sơ này. Sẽ quét lại sau.', en: 'Somebody at the office has it open. It will be scanned again.' },
}

export const toSummary = ({ madeAt, deliveredAt, handedOverAt, ...row }: BatchSummaryRow) => ({
  ...row,
  madeAt: madeAt.toISOString(),
  deliveredAt: deliveredAt?.toISOString() ?? null,
  handedOverAt: handedOverAt?.toISOString() ?? null,
})

const toSigned = ({ entryId, fullName, department, codeTail, notedAt, how, reason, missedIn }: SignedRow) => ({
  entryId,
  fullName,
  department,
  codeTail,
  notedAt: notedAt.toISOString(),
  how,
  reason,
  missedIn,
})

/** Runs with the employer's rights. */
export async function showHandIns(sql: Queryable, employerId: number): Promise<HandIns> {
  const signed = await listSigned(sql, employerId)
  const waiting = await listWaiting(sql, employerId)
  return {
    asOf: (await readNow(sql)).toISOString(),
    ready: signed.filter(({ state }) => state === 'ready').map(toSigned),
    putAside: signed.filter(({ state }) => state === 'put-aside').map(toSigned),
    waiting: waiting.people,
    waitingCount: waiting.count,
    batches: (await listBatches(sql, employerId)).map(toSummary),
  }
}

/** Runs with the employer's rights. @throws Refusal `batch-unknown` */
export async function showHandInBatch(sql: Queryable, employerId: number, batchId: string): Promise<HandInBatch> {
  const row = requireFound(await findBatch(sql, employerId, batchId), 'batch-unknown')
  const lines = await listLines(sql, batchId)
  const odds = await listOdds(sql, batchId)
  return {
    ...toSummary(row),
    asOf: (await readNow(sql)).toISOString(),
    forms: lines.map(({ receivedAt, ...line }) => ({ ...line, receivedAt: receivedAt?.toISOString() ?? null })),
    odds: odds.map(({ codeTail, reason, at }) => ({ codeTail, sentence: ODDS[reason] ?? BATCH_ODDS[reason], at: at.toISOString() })),
  }
}
