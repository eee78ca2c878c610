import { randomBytes } from 'node:crypto'
import { makeStatementCode, type StatementContent } from '@an-sinh/domain'
import type { Keyring } from '../platform/keyring.ts'
import type { StatementRow } from './statement-queries.ts'

type Keys = { keyring: Keyring }
type Named = Pick<StatementRow, 'personId' | 'statementId'>

/** One draw in many thousands shows an offensive word. */
const DRAWS = 50
const contextOf = (part: string, { personId, statementId }: Named): string => `statement-${part}/${personId}/${statementId}`

export function drawStatementCode(): string {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const code = makeStatementCode(randomBytes(11))
    if (code !== null) return code
  }
  throw new Error('no statement code was drawn')
}

export const hashCode = ({ keyring }: Keys, code: string): Buffer => keyring.hmac('statement', code)

export const sealCode = ({ keyring }: Keys, named: Named, code: string): Buffer =>
  keyring.encrypt('statement', code, contextOf('code', named))

export const openCode = ({ keyring }: Keys, row: Named & Pick<StatementRow, 'sealedCode'>): string =>
  keyring.decrypt('statement', row.sealedCode, contextOf('code', row)).toString('utf8')

export const sealContent = ({ keyring }: Keys, named: Named, content: StatementContent): Buffer =>
  keyring.encrypt('statement', JSON.stringify(content), contextOf('content', named))

/** What the paper says. Only `sealContent` writes it, so its shape is trusted. */
export const openContent = ({ keyring }: Keys, row: Named & Pick<StatementRow, 'sealedContent'>): StatementContent =>
  JSON.parse(keyring.decrypt('statement', row.sealedContent, contextOf('content', row)).toString('utf8')) as StatementContent
