import { CORRECTION_STATE_RULES } from '@an-sinh/domain'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { findCorrectionRequest, stateOf } from '../procedures/index.ts'
import { ownsPhotoFolder } from './request-photo-queries.ts'

/** Photos may come until the request is decided; before it is sent they wait for it. @throws Refusal `correction-closed` */
export async function requireOpenRequest(sql: Queryable, personId: number, requestId: string): Promise<void> {
  const row = await findCorrectionRequest(sql, personId, requestId)
  if (row !== null && !CORRECTION_STATE_RULES[stateOf(row)].isOpen) throw new Refusal('correction-closed')
}

/** @throws Refusal `not-found`: somebody else's photos are as unknown as none */
export async function requireOwnFolder(sql: Queryable, personId: number, requestId: string): Promise<void> {
  if (!(await ownsPhotoFolder(sql, personId, requestId))) throw new Refusal('not-found')
}
