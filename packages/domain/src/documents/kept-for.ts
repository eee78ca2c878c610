import { RETENTION_RULES, type RetentionCode, type RetentionRule } from './retention-rules.ts'

type Kept = NonNullable<RetentionRule['keep']>

/** How long a kind of thing is kept today. @throws Error for what is kept as long as what it belongs to */
export function keptFor(code: RetentionCode): Kept {
  const keep = RETENTION_RULES.find((rule) => rule.code === code && rule.validTo === null)?.keep
  if (keep === undefined || keep === null) throw new Error(`no duration for ${code}`)
  return keep
}

/** The same as an interval of the database: `90 days`. */
export function keptInterval(code: RetentionCode): `${number} ${Kept['unit']}s` {
  const { amount, unit } = keptFor(code)
  return `${amount} ${unit}s`
}
