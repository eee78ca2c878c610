import { useState } from 'react'
import { useSearch } from 'wouter'
import type { LetterBody } from '../shared/outbox/letter.ts'
import type { LetterPhoto } from '../shared/outbox/letter-photos.ts'
import { type KeptForm, useKeptForm } from '../shared/outbox/use-kept-form.ts'
import { toTyped, type Typed, UNTOUCHED } from './read-changes.ts'

export type IdentityForm = {
  /** One intent, one id: sent again after a lost answer it is still one request. */
  readonly requestId: string
  readonly typed: Typed
  readonly photos: readonly LetterPhoto[]
  readonly what: string
}

/** Kept as it is typed, photos too; `?thu=` brings back a letter to be mended. */
export const useIdentityForm = (): KeptForm<IdentityForm> => {
  const letterId = new URLSearchParams(useSearch()).get('thu')
  const [empty] = useState<IdentityForm>(() => ({ requestId: crypto.randomUUID(), typed: UNTOUCHED, photos: [], what: '' }))
  return useKeptForm<IdentityForm>({
    name: 'adjust-request',
    empty,
    letterId,
    fromBody: ({ requestId, wanted, what }: LetterBody<'adjust-request'>, photos) => ({ requestId, typed: toTyped(wanted), photos, what }),
  })
}
