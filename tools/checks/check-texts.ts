import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { REPOSITORY } from '../prepare.mjs'
import { listSources } from './list-sources.ts'

type Texts = { [key: string]: string | Texts }

/** Every `messages.vi.json` has its English twin with the same keys and the same {places}; no text is empty; Vietnamese is NFC. */
export function checkTexts(repository = REPOSITORY): string[] {
  const files = listSources(repository, (path) => path.endsWith('/messages.vi.json') || path.endsWith('/messages.en.json'))
  const folders = [...new Set(files.map((path) => path.slice(0, path.lastIndexOf('/'))))]
  if (folders.length === 0) return ['no messages.vi.json was found']
  return folders.flatMap((folder) => compareTwins(join(repository, folder), folder))
}

function compareTwins(place: string, folder: string): string[] {
  const vi = readTexts(join(place, 'messages.vi.json'))
  const en = readTexts(join(place, 'messages.en.json'))
  if (vi === null || en === null) return [`${folder}: one of messages.vi.json and messages.en.json is missing`]
  return [
    ...[...vi.keys()].filter((key) => !en.has(key)).map((key) => `${folder}: "${key}" has no English text`),
    ...[...en.keys()].filter((key) => !vi.has(key)).map((key) => `${folder}: "${key}" has no Vietnamese text`),
    ...[...vi, ...en].filter(([, text]) => text.trim() === '').map(([key]) => `${folder}: "${key}" is empty`),
    ...[...vi]
      .filter(([key, text]) => places(text) !== places(en.get(key) ?? text))
      .map(([key]) => `${folder}: "${key}" has other {places} in English`),
    ...[...vi].filter(([, text]) => text !== text.normalize('NFC')).map(([key]) => `${folder}: "${key}" is not NFC`),
  ]
}

const places = (text: string): string => [...new Set(text.match(/\{[\w-]+\}/g))].toSorted((a, b) => (a < b ? -1 : 1)).join(' ')

function readTexts(path: string): Map<string, string> | null {
  try {
    return new Map(flatten(JSON.parse(readFileSync(path, 'utf8')) as Texts, ''))
  } catch {
    return null
  }
}

function flatten(texts: Texts, prefix: string): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )
}
