import { join } from 'node:path'

import { build, type Plugin } from 'vite'

const SHARED = join(import.meta.dirname, '../../apps/citizen/src/shared')
/** No file: its text is made below. */
const ENTRY = join(SHARED, 'outbox-entry.ts')

const EXPORTED = [
  'outbox/current-person',
  'outbox/post-letter',
  'outbox/letter-store',
  'outbox/letter-photos',
  'outbox/outbox',
  'draft/draft-store',
  'draft/draft',
  'store/sealed-records',
]

/** What the app's own files let a page do; one life of a page has one of these. */
export type Outbox = {
  notePerson: (tag: string) => Promise<void>
  forgetPerson: () => Promise<void>
  postLetter: (letter: ModelLetter) => Promise<{ outcome: 'sent' | 'waiting' | 'refused' }>
  listLetters: () => Promise<{ letters: ModelKept[]; unreadable: string[] }>
  writeLetter: (letter: ModelKept) => Promise<void>
  dropLetter: (letterId: string) => Promise<void>
  keepLetterPhoto: (letterId: string, photo: ModelLetterPhoto, bytes: ArrayBuffer) => Promise<void>
  findLetterPhoto: (letterId: string, photo: ModelLetterPhoto) => Promise<ArrayBuffer | null>
  dropLetterPhoto: (letterId: string, photo: ModelLetterPhoto) => Promise<void>
  listNames: (prefix: string) => Promise<string[]>
  eraseName: (name: string) => Promise<void>
  wakeOutbox: () => Promise<void>
  loadDraft: () => Promise<void>
  makeDraft: (registrationId: string, now: number) => ModelDraft
  openDraft: (draft: ModelDraft) => void
  keepPhoto: (registrationId: string, kind: string, bytes: ArrayBuffer, photo: ModelPhoto) => Promise<void>
  changeDraft: (registrationId: string, change: (draft: ModelDraft) => ModelDraft) => void
  readDraft: () => { status: 'loading' | 'none' } | { status: 'ready'; draft: ModelDraft }
  draftWritten: () => Promise<void>
}
export type LetterKind = 'data-request' | 'contact-address' | 'adjust-request' | 'dependant-request'
export type ModelLetter = {
  letterId: string
  kind: LetterKind
  title: string
  body: Record<string, unknown>
  photos: ModelLetterPhoto[]
  resultAt: string
  editAt: string
}
export type ModelKept = ModelLetter & {
  person: string
  state: 'waiting' | 'asks' | 'stopped'
  attempts: number
  lastError: string | null
  refusal: { code: string; sentence: string } | null
}
export type ModelLetterPhoto = { kind: string; uploadId: string; sha256: string; hints: { faults: string[]; face: null } }
export type ModelPhoto = {
  uploadId: string
  sizeBytes: number
  sha256: string
  faults: string[]
  tries: number
  face: null
  card: null
  state: 'kept' | 'sent' | 'refused'
  seen: unknown
  refusal: string | null
}
export type ModelDraft = {
  registrationId: string
  privacyVersion: string | null
  serverVersion: number | null
  photos: Partial<Record<string, ModelPhoto>>
  submission: { answers: unknown; version: number; state: 'waiting' | 'stopped'; refusal: { sentence: string } | null } | null
  delivery: { attempts: number; lastError: string | null }
}

/** The globals that a page brings; everything else is JavaScript's own. */
export const PAGE_GLOBALS = ['indexedDB', 'fetch', 'setTimeout', 'clearTimeout', 'navigator', 'crypto', 'localStorage'] as const
export type PageGlobals = Record<(typeof PAGE_GLOBALS)[number], unknown>

const entry = (databaseVersion: number): Plugin => ({
  name: 'outbox-entry',
  resolveId: (id) => (id === ENTRY ? ENTRY : null),
  load: (id) => (id === ENTRY ? EXPORTED.map((path) => `export * from ${JSON.stringify(join(SHARED, `${path}.ts`))}`).join('\n') : null),
  /** An upgrade is the same code over a newer shape of the database. */
  transform: (code, id) => (id.endsWith('/shared/store/database.ts') ? code.replace('VERSION = 1', `VERSION = ${databaseVersion}`) : null),
})

/**
 * The app's outbox as the browser gets it, as a function that makes a fresh page of it: no state of an earlier page survives but what lies in
 * the database. `databaseVersion` > 1 stands for a newer build.
 */
export async function bundleOutbox(databaseVersion: number): Promise<(globals: PageGlobals) => Outbox> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: SHARED,
    plugins: [entry(databaseVersion)],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: {
      alias: [
        { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx-runtime' },
        { find: /^react$/, replacement: 'preact/compat' },
      ],
    },
    build: { write: false, minify: false, lib: { entry: ENTRY, formats: ['iife'], name: 'Outbox' } },
  })
  const [first] = Array.isArray(built) ? built : [built]
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('the outbox was not built')
  // oxlint-disable-next-line typescript/no-implied-eval -- our own code, once per page, with the page's own globals
  const make = new Function(...PAGE_GLOBALS, `${chunk.code}\nreturn Outbox`) as (...globals: unknown[]) => Outbox
  return (globals) => make(...PAGE_GLOBALS.map((name) => globals[name]))
}
