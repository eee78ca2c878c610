import type { PhotoKind } from '@an-sinh/domain'
import { eraseName, eraseOld, eraseOwner, findBytes, findMarked, listNames, replaceJson, sealBytes } from '../store/sealed-records.ts'
import { type Draft, type DraftFields, type DraftPhoto, makeDraft, parseDraft } from './draft.ts'
import { mergeDrafts } from './merge-drafts.ts'

/** `arrived`: the registration that was just sent from here, until the next draft is opened. */
export type DraftState =
  | { readonly status: 'loading' }
  | { readonly status: 'none'; readonly arrived: string | null }
  | { readonly status: 'ready'; readonly draft: Draft }

const PREFIX = 'draft:'
const draftName = (registrationId: string): string => PREFIX + registrationId
const photoName = (registrationId: string, kind: PhotoKind): string => `photo:${registrationId}:${kind}`

let state: DraftState = { status: 'loading' }
let writing: Promise<void> = Promise.resolve()
let loading: Promise<void> | null = null
const listeners = new Set<() => void>()

const tell = (next: DraftState): void => {
  state = next
  for (const listener of listeners) listener()
}

/** What this page and the disk last agreed on, and the mark of that record. */
let agreed: { readonly draft: Draft; readonly mark: string } | null = null

/** Over what this page knows; where another page wrote meanwhile, both are put together. One that was wiped elsewhere stays wiped. */
const save = async (draft: Draft): Promise<void> => {
  const { registrationId } = draft
  const name = draftName(registrationId)
  for (;;) {
    const disk = await findMarked(name, parseDraft)
    const known = agreed?.draft.registrationId === registrationId ? agreed : null
    if (disk === null && known !== null) return
    const theirs = known === null || disk === null || disk.mark === known.mark ? null : disk.value
    const next = theirs === null || known === null ? draft : mergeDrafts(draft, theirs, known.draft)
    const written = { name, owner: registrationId, value: next, touchedAt: next.touchedAt }
    const mark = await replaceJson(written, disk?.mark ?? null)
    if (mark === null) continue
    agreed = { draft: next, mark }
    if (next !== draft && state.status === 'ready' && state.draft === draft) tell({ status: 'ready', draft: next })
    return
  }
}

const writeAfter = async (before: Promise<void>, draft: Draft): Promise<void> => {
  await before
  if (state.status !== 'ready' || state.draft !== draft) return
  try {
    await save(draft)
  } catch {
    // A full disk or private window: the form still works, it only does not survive. The next write tries again.
  }
}

/** Writes follow one another, and what is overtaken by a newer state is not written at all. */
const write = (draft: Draft): void => {
  writing = writeAfter(writing, draft)
}

const readDrafts = async (): Promise<readonly { readonly draft: Draft; readonly mark: string }[]> => {
  const names = await listNames(PREFIX)
  const read = await Promise.all(names.map(async (name) => findMarked(name, parseDraft)))
  return read
    .flatMap((one) => (one === null || one.value === null ? [] : [{ draft: one.value, mark: one.mark }]))
    .toSorted((first, second) => second.draft.touchedAt - first.draft.touchedAt)
}

/** All drafts on this device that still open, last touched first: a phone may be shared. */
export const listDrafts = async (): Promise<readonly Draft[]> => (await readDrafts()).map(({ draft }) => draft)

const load = async (): Promise<void> => {
  let drafts: Awaited<ReturnType<typeof readDrafts>> = []
  try {
    await eraseOld()
    drafts = await readDrafts()
  } catch {
    // No storage: begin without.
  }
  // What was pressed "send" goes first: one that waits behind another must not wait for ever.
  const first = drafts.find(({ draft }) => draft.submission?.state === 'waiting') ?? drafts[0]
  if (state.status !== 'loading') return
  agreed = first ?? null
  tell(first === undefined ? { status: 'none', arrived: null } : { status: 'ready', draft: first.draft })
}

/** Opens the draft that waits to be sent, else the one touched last, after wiping what is older than seven days. Once per page. */
export const loadDraft = async (): Promise<void> => {
  loading ??= load()
  return loading
}

export const readDraft = (): DraftState => state

/** Calls back after every change; answers the way to stop. */
export const watchDraft = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens this draft in place of the one on screen, and stores it. */
export const openDraft = (draft: Draft): void => {
  tell({ status: 'ready', draft })
  write(draft)
}

export const startDraft = (): void => openDraft(makeDraft(crypto.randomUUID(), Date.now()))

/** Changes the draft on screen; nothing when it is another one by now. */
export const changeDraft = (registrationId: string, change: (draft: Draft) => Draft): void => {
  if (state.status === 'ready' && state.draft.registrationId === registrationId)
    openDraft({ ...change(state.draft), touchedAt: Date.now() })
}

export const changeFields = (registrationId: string, fields: Partial<DraftFields>): void =>
  changeDraft(registrationId, (draft) => ({ ...draft, fields: { ...draft.fields, ...fields } }))

/** Box by box, on what is there by now. */
export const changeBirth = (registrationId: string, typed: Partial<DraftFields['birth']>): void =>
  changeDraft(registrationId, (draft) => ({ ...draft, fields: { ...draft.fields, birth: { ...draft.fields.birth, ...typed } } }))

/** Resolves once everything said so far is on the disk: a write that is overtaken leaves its part to the next one. */
export const draftWritten = async (): Promise<void> => {
  for (let last: Promise<void> | null = null; last !== writing;) {
    last = writing
    await last
  }
}

/** Wipes a draft with its photos, and goes back to having none; `arrived` when it is gone because the server has it. */
export const dropDraft = async (registrationId: string, arrived = false): Promise<void> => {
  if (state.status === 'ready' && state.draft.registrationId === registrationId)
    tell({ status: 'none', arrived: arrived ? registrationId : null })
  await writing
  await eraseOwner(registrationId)
  if (agreed?.draft.registrationId === registrationId) agreed = null
}

export const keepPhoto = async (registrationId: string, kind: PhotoKind, bytes: ArrayBuffer, photo: DraftPhoto): Promise<void> => {
  await sealBytes(photoName(registrationId, kind), registrationId, bytes)
  changePhoto(registrationId, kind, () => photo)
}

export const findPhoto = async (registrationId: string, kind: PhotoKind): Promise<ArrayBuffer | null> =>
  findBytes(photoName(registrationId, kind))

/** Changes what is known of a photo; `uploadId` guards against a photo that was taken anew meanwhile. */
export const changePhoto = (registrationId: string, kind: PhotoKind, change: (photo: DraftPhoto | undefined) => DraftPhoto): void =>
  changeDraft(registrationId, (draft) => ({ ...draft, photos: { ...draft.photos, [kind]: change(draft.photos[kind]) } }))

/** The server does not know this browser as the owner any more: the same answers and photos under a new id. */
export const renewDraft = async (registrationId: string): Promise<void> => {
  if (state.status !== 'ready' || state.draft.registrationId !== registrationId) return
  const renewed: Draft = {
    ...state.draft,
    registrationId: crypto.randomUUID(),
    serverVersion: null,
    privacyVersion: null,
    provedPhone: null,
    submission: null,
    photos: {},
  }
  for (const [kind, photo] of Object.entries(state.draft.photos) as [PhotoKind, DraftPhoto][]) {
    const bytes = await findPhoto(registrationId, kind)
    if (bytes === null) continue
    await sealBytes(photoName(renewed.registrationId, kind), renewed.registrationId, bytes)
    Object.assign(renewed.photos, { [kind]: { ...photo, uploadId: crypto.randomUUID(), state: 'kept', seen: null, refusal: null } })
  }
  openDraft(renewed)
  await eraseName(draftName(registrationId))
  await eraseOwner(registrationId)
}
