import type { CorrectionLineKind } from '@an-sinh/domain'
import { correctBenefitLine } from '../benefits/index.ts'
import { correctCardLine } from '../cards/index.ts'
import { correctSpellLine } from '../contributions/index.ts'
import { assignDocuments } from '../documents/index.ts'
import { type PersonCells, rewritePerson } from '../persons/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Transaction } from '../platform/transaction.ts'
import { withdrawVisitLine } from '../visits/index.ts'
import type { Cell } from './request-decision-queries.ts'

export type RegisterWrite = {
  actor: Actor
  personId: number
  requestId: string
  kind: CorrectionLineKind
  lineId: string
  values: readonly Cell[]
  removesLine: boolean
  /** Stays with every fact that is written. */
  source: string
  reasonCode: string | null
}

/** A new portrait is no cell of the register: the photo becomes the person's. */
const writeIdentity = async (transaction: Transaction, { personId, requestId, values, source }: RegisterWrite): Promise<boolean> => {
  const cells: PersonCells = Object.fromEntries(values.flatMap(({ field, value }) => (field === 'portrait' ? [] : [[field, value]])))
  if (values.some(({ field }) => field === 'portrait')) await assignDocuments(transaction, requestId, personId)
  if (Object.keys(cells).length > 0) await rewritePerson(transaction, { personId, kind: 'correction', cells, source })
  return true
}

/**
 * What was accepted goes into the register: an ending beside the fact before, and the new fact where there is one; nothing is overwritten.
 * False when the line does not stand any more.
 * @throws Refusal `national-id-taken`
 */
export async function writeToRegister(transaction: Transaction, write: RegisterWrite): Promise<boolean> {
  const { kind, personId, lineId, source, removesLine } = write
  const cells = removesLine ? null : Object.fromEntries(write.values.map(({ field, value }) => [field, value]))
  switch (kind) {
    case 'identity':
      return writeIdentity(transaction, write)
    case 'participation-spell':
      return correctSpellLine(transaction, { actor: write.actor, personId, lineId, cells, source, reasonCode: write.reasonCode })
    case 'health-card':
      return correctCardLine(transaction, { personId, lineId, cells, source })
    case 'benefit':
      return correctBenefitLine(transaction, { personId, lineId, cells, source })
    case 'visit':
      return removesLine ? withdrawVisitLine(transaction, { personId, lineId, source }) : false
    case 'visit-cost':
    case 'medical-paper':
      return false
  }
}

export const sourceOf = (fileNumber: string): string => `correction request ${fileNumber}`
