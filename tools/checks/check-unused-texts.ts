import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import ts from 'typescript'

import { REPOSITORY } from '../prepare.mjs'
import { listSources } from './list-sources.ts'

type Texts = { [key: string]: string | Texts }
/** What a source can say: whole words, names of properties (`text(kind)` out of a table), templates as patterns. */
type Said = { words: Set<string>; templates: Map<string, RegExp> }

/** Stands where a template takes something in. */
const HOLE = ' '

/** Texts that no source can ask for: the key stands nowhere, neither whole nor as a template puts it together out of words that exist. */
export function checkUnusedTexts(repository = REPOSITORY): string[] {
  const files = listSources(repository, (path) => path.endsWith('/messages.vi.json'))
  const said: Said = { words: new Set(), templates: new Map() }
  for (const path of listSources(repository, (name) => /\.tsx?$/.test(name) && !name.includes('.test.'))) readSource(repository, path, said)
  return files
    .flatMap((path) => flatten(JSON.parse(readFileSync(join(repository, path), 'utf8')) as Texts, '').map((key) => ({ path, key })))
    .filter(({ key }) => !isSaid(key, said))
    .map(({ path, key }) => `${path}: "${key}" is used nowhere`)
}

/** A part of a template may be put together itself, once. */
const isSaid = (key: string, said: Said, depth = 0): boolean =>
  said.words.has(key) ||
  [...said.templates.values()].some((template) => {
    const parts = template.exec(key)?.slice(1)
    return parts !== undefined && parts.every((part) => said.words.has(part) || (depth === 0 && isSaid(part, said, 1)))
  })

function readSource(repository: string, path: string, { words, templates }: Said): void {
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) words.add(node.text)
    if ((ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) && ts.isIdentifier(node.name)) words.add(node.name.text)
    if (ts.isTemplateExpression(node)) {
      const text = [node.head.text, ...node.templateSpans.map((span) => HOLE + span.literal.text)].join('')
      if (/^[\w. -]*$/.test(text) && text.trim() !== '') templates.set(text, toPattern(text))
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, readFileSync(join(repository, path), 'utf8'), ts.ScriptTarget.Latest, false))
}

/** `${part}-${fault}` as /^(.+?)-(.+?)$/. */
const toPattern = (template: string): RegExp => new RegExp(`^${template.replaceAll('.', String.raw`\.`).replaceAll(HOLE, '(.+?)')}$`)

function flatten(texts: Texts, prefix: string): string[] {
  return Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : flatten(value, `${prefix}${key}.`)))
}
