import { randomUUID } from 'node:crypto'
import type { TSchema } from 'typebox'

type Node = {
  type?: string
  const?: unknown
  anyOf?: TSchema[]
  pattern?: string
  minimum?: number
  properties?: Record<string, TSchema>
  required?: string[]
}

const sampleText = (pattern: string): string => {
  if (pattern.includes('{12}')) return randomUUID()
  if (pattern.includes('{64}')) return 'a'.repeat(64)
  if (pattern.startsWith(String.raw`^\d{4}`)) return '2026-01-01'
  return pattern.includes('A-Z') ? 'VN' : 'x'
}

/** For tests: something of the schema's shape, to come past the check of shapes. */
export function sampleOf(schema: TSchema): unknown {
  const node: Node = schema
  if (node.const !== undefined) return node.const
  if (node.anyOf?.[0] !== undefined) return sampleOf(node.anyOf[0])
  if (node.type === 'object') return Object.fromEntries((node.required ?? []).map((key) => [key, sampleOf(node.properties?.[key] ?? {})]))
  if (node.type === 'array') return []
  if (node.type === 'integer' || node.type === 'number') return node.minimum ?? 1
  return node.type === 'boolean' ? false : sampleText(node.pattern ?? '')
}
