import { HIGHEST_COEFFICIENT, REFERENCE_LEVELS } from '@an-sinh/domain'

import type { Fragment, Queryable } from '../platform/sql.ts'

type Piece = ReturnType<Queryable['unsafe']>

const WAGE = ['base', '"positionAllowance"', '"overFrame"', '"occupational"', '"wageAllowance"', '"supplements"']

/** The reference level of `month` (text, yyyy-MM) where a part of the wage is a coefficient; null otherwise, and for months before the list. */
export function levelOf(sql: Queryable, month: Fragment | Piece, base: Fragment | Piece, positionAllowance: Fragment | Piece) {
  const whens = REFERENCE_LEVELS.reduce(
    (all, { fromMonth, amountVnd }) => sql`${all} WHEN ${month} >= ${fromMonth} THEN ${amountVnd}::numeric`,
    sql``,
  )
  return sql`CASE WHEN ${base}::numeric <= ${HIGHEST_COEFFICIENT} OR ${positionAllowance}::numeric <= ${HIGHEST_COEFFICIENT} THEN CASE ${whens} END END`
}

const inVnd = (part: string): string =>
  `CASE WHEN ${part} <= ${HIGHEST_COEFFICIENT} THEN CASE WHEN ${part} = 0 THEN 0 ELSE ${part} * level END ELSE ${part} END`

/** The contributory salary in đồng, by the same rule as `sumWage` of the domain; `level` from `levelOf`. */
export function salaryOf(sql: Queryable) {
  const framed = `(${inVnd('base')} * (1 + coalesce("overFrame", 0) / 100) + coalesce(${inVnd('"positionAllowance"')}, 0))`
  return sql.unsafe(`CASE WHEN ${WAGE.slice(1)
    .map((part) => `${part} IS NULL`)
    .join(' AND ')} AND base > ${HIGHEST_COEFFICIENT} THEN round(base)
    ELSE round(${framed} * (1 + coalesce("occupational", 0) / 100) + coalesce("wageAllowance", 0) + coalesce("supplements", 0)) END::bigint`)
}

/** The parts as declared: a coefficient stays one. Parts of nothing are left out. */
export function partsOf(sql: Queryable) {
  const isCoefficient = (part: string): string => `${part} <= ${HIGHEST_COEFFICIENT}`
  const pair = (key: string, value: string): string => `'${key}', nullif(${value}, 0)`
  const pairs = [
    pair('baseVnd', `CASE WHEN NOT ${isCoefficient('base')} THEN base END`),
    pair('baseCoefficient', `CASE WHEN ${isCoefficient('base')} THEN base END`),
    pair('positionAllowanceVnd', `CASE WHEN NOT ${isCoefficient('"positionAllowance"')} THEN "positionAllowance" END`),
    pair('positionAllowanceCoefficient', `CASE WHEN ${isCoefficient('"positionAllowance"')} THEN "positionAllowance" END`),
    pair('overFrameSeniorityPercent', '"overFrame"'),
    pair('occupationalSeniorityPercent', '"occupational"'),
    pair('wageAllowanceVnd', '"wageAllowance"'),
    pair('supplementsVnd', '"supplements"'),
  ]
  return sql.unsafe(`CASE WHEN ${WAGE.map((part) => `${part} IS NULL`).join(' AND ')} THEN '{}'
    ELSE jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')})) END`)
}
