import type { CorrectableLine, CorrectionLineKind } from '@an-sinh/domain'
import { findBenefitLine } from '../benefits/index.ts'
import { findHealthCardLine } from '../cards/index.ts'
import { findSpellLine } from '../contributions/index.ts'
import { findIdentityLine } from '../persons/index.ts'
import type { Queryable } from '../platform/sql.ts'
import { findMedicalPaperLine, findVisitCostLine, findVisitLine } from '../visits/index.ts'

/** Answers a person's own line as it is shown, or null: somebody else's line is as unknown as none. */
type LineFinder = (sql: Queryable, personId: number, lineId: string) => Promise<CorrectableLine | null>

/** Each feature finds its own lines; a kind that is not here yet is answered as unknown. */
const FINDERS: Readonly<Partial<Record<CorrectionLineKind, LineFinder>>> = {
  'participation-spell': findSpellLine,
  'health-card': findHealthCardLine,
  benefit: findBenefitLine,
  visit: findVisitLine,
  'visit-cost': findVisitCostLine,
  'medical-paper': findMedicalPaperLine,
  identity: findIdentityLine,
}

export async function findCorrectableLine(
  sql: Queryable,
  personId: number,
  line: { kind: CorrectionLineKind; lineId: string },
): Promise<CorrectableLine | null> {
  return (await FINDERS[line.kind]?.(sql, personId, line.lineId)) ?? null
}
