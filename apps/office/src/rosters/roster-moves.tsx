import type { RosterImport } from '@an-sinh/contract'
import { CommandButton, ConfirmDialog, TickField } from '@an-sinh/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { rosterMessages } from './roster-messages.ts'
import { confirmFile, discardFile, undoFile } from './roster-requests.ts'

type Move = 'confirm' | 'discard' | 'undo'
type Props = { readonly shown: RosterImport; readonly included: ReadonlySet<number>; readonly onOpen: (importId: string) => void }

const movesOf = (shown: RosterImport): readonly Move[] => {
  if (shown.state === 'preview') return ['confirm', 'discard']
  const isWritten = shown.state === 'applied' || shown.state === 'partly'
  return isWritten && shown.compensatesImportId === null && shown.compensatedByImportId === null ? ['undo'] : []
}

const NONE = { new: 0, moved: 0, rejected: 0, 'close-match': 0, elsewhere: 0, missing: 0 }
const countsOf = ({ shown, included }: Props) => {
  const groups = shown.groups ?? NONE
  const number = (value: number): string => value.toLocaleString('vi-VN')
  return {
    isAnyMissing: groups.missing > 0,
    missing: number(groups.missing),
    written: number(groups.new + groups.moved + included.size),
    left: number(groups.rejected + groups['close-match'] + groups.elsewhere - included.size),
  }
}

const useMove = ({ shown, included, onOpen }: Props, endsMissing: boolean, onDone: () => void) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (move: Move) => {
      if (move === 'discard') return discardFile(shown.importId)
      if (move === 'undo') return undoFile(shown.importId)
      return confirmFile(shown.importId, { previewedAt: shown.previewedAt ?? '', endsMissing, includedRows: [...included] })
    },
    onSuccess: (after) => {
      client.setQueryData(['roster-file', after.importId], after)
      if (after.importId !== shown.importId) onOpen(after.importId)
    },
    onSettled: () => {
      onDone()
      void client.invalidateQueries({ queryKey: ['roster-file', shown.importId], exact: true })
      void client.invalidateQueries({ queryKey: ['roster-files'] })
      void client.invalidateQueries({ queryKey: ['roster'] })
    },
  })
}

/** What can be done with the file where it stands; each asked once more. */
export const RosterMoves = (props: Props) => {
  const { shown } = props
  const say = rosterMessages.useSay()
  const [asked, setAsked] = useState<Move | null>(null)
  const [endsMissing, setEndsMissing] = useState(false)
  const move = useMove(props, endsMissing, () => setAsked(null))
  const { isAnyMissing, ...counts } = countsOf(props)
  return (
    <section className="roster-moves">
      {move.error === null ? null : <ProblemNotice error={move.error} />}
      {shown.state === 'preview' && isAnyMissing ? (
        <TickField
          name="endsMissing"
          label={say('endsMissing', counts)}
          hint={say('endsMissingHint')}
          checked={endsMissing}
          onChange={setEndsMissing}
        />
      ) : null}
      <div className="row">
        {movesOf(shown).map((name) => (
          <CommandButton key={name} kind={name === 'confirm' ? 'main' : 'second'} onPress={() => setAsked(name)}>
            {say(name, counts)}
          </CommandButton>
        ))}
      </div>
      <ConfirmDialog
        open={asked !== null}
        title={asked === null ? '' : say(`${asked}Title`)}
        confirmLabel={asked === null ? '' : say(asked, counts)}
        cancelLabel={say('cancel')}
        busy={move.isPending}
        onConfirm={() => {
          if (asked !== null) move.mutate(asked)
        }}
        onCancel={() => setAsked(null)}
      >
        <p>{asked === null ? '' : say(`${asked}Text`, counts)}</p>
        {asked === 'confirm' && endsMissing ? <p>{say('endsMissing', counts)}</p> : null}
      </ConfirmDialog>
    </section>
  )
}
