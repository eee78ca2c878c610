import type { ImportAnswer } from '@an-sinh/contract'
import { CommandButton, ConfirmDialog } from '@an-sinh/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { importMessages } from './import-messages.ts'
import { confirmImport, discardImport, undoImport } from './import-requests.ts'

type Move = 'confirm' | 'discard' | 'undo'
type Props = { readonly shown: ImportAnswer; readonly onOpen: (importId: string) => void }

const number = (value: number): string => value.toLocaleString('vi-VN')
const countsOf = ({ groupCounts: counts }: ImportAnswer) => ({
  count: number(counts.new + counts.moved),
  new: number(counts.new),
  moved: number(counts.moved),
  left: number(counts.rejected + counts['close-match']),
})

const movesOf = (shown: ImportAnswer): readonly Move[] => {
  if (shown.state === 'preview') return ['confirm', 'discard']
  if (shown.state === 'applied' || shown.state === 'partly')
    return shown.compensatesImportId === null && shown.compensatedByImportId === null ? ['undo'] : []
  return ['uploading', 'uploaded', 'parsed', 'matched'].includes(shown.state) ? ['discard'] : []
}

const useMove = ({ shown, onOpen }: Props, onDone: () => void) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (move: Move) => {
      if (move === 'confirm') return confirmImport(shown.importId, shown.previewedAt ?? '')
      return move === 'discard' ? discardImport(shown.importId) : undoImport(shown.importId)
    },
    onSuccess: (after) => {
      client.setQueryData(['import', after.importId], after)
      if (after.importId !== shown.importId) onOpen(after.importId)
    },
    onSettled: () => {
      onDone()
      void client.invalidateQueries({ queryKey: ['import', shown.importId], exact: true })
      void client.invalidateQueries({ queryKey: ['imports'] })
    },
  })
}

/** What can be done with an import where it stands; each asked once more before it is done. */
export const ImportMoves = ({ shown, onOpen }: Props) => {
  const say = importMessages.useSay()
  const [asked, setAsked] = useState<Move | null>(null)
  const move = useMove({ shown, onOpen }, () => setAsked(null))
  const counts = countsOf(shown)
  return (
    <>
      {move.error === null ? null : <ProblemNotice error={move.error} />}
      <div className="row">
        {movesOf(shown).map((name) => (
          <CommandButton key={name} kind={name === 'confirm' ? 'main' : 'second'} onPress={() => setAsked(name)}>
            {say(name, counts)}
          </CommandButton>
        ))}
      </div>
      <ConfirmDialog
        open={asked !== null}
        title={asked === null ? '' : say(`${asked}Title`, counts)}
        confirmLabel={asked === null ? '' : say(asked, counts)}
        cancelLabel={say('cancel')}
        busy={move.isPending}
        onConfirm={() => {
          if (asked !== null) move.mutate(asked)
        }}
        onCancel={() => setAsked(null)}
      >
        <p>{asked === null ? '' : say(`${asked}Text`, counts)}</p>
      </ConfirmDialog>
    </>
  )
}
