import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Action, useAction } from '../page/use-action.ts'
import type { Letter, LetterKind, NewLetter } from './letter.ts'
import { postLetter } from './post-letter.ts'

/** Where everything that waits is shown. */
export const UNSENT_PAGE = '/ca-nhan/cho-gui'

/** Posts a letter and goes where it can be followed: to its receipt, or to what waits. A refusal stays with the form. */
export const usePosting = <Kind extends LetterKind>(
  queryKey: readonly string[],
  forget: () => Promise<void>,
): Action<NewLetter<Kind>> & { readonly refused: Letter | null } => {
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const [refused, setRefused] = useState<Letter | null>(null)
  const action = useAction(async (letter: NewLetter<Kind>) => {
    setRefused(null)
    const posted = await postLetter(letter)
    if (posted.outcome === 'refused') return setRefused(posted.letter)
    await forget()
    await queryClient.invalidateQueries({ queryKey })
    navigate(posted.outcome === 'sent' ? letter.resultAt : UNSENT_PAGE, { replace: true })
  })
  return { ...action, refused }
}
