import type { Case } from '@an-sinh/contract'
import { PHOTO_KINDS } from '@an-sinh/domain'
import { CommandButton, Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { useKeys } from '../shared/keyboard.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { AttachForm } from './attach-form.tsx'
import { FormScan } from './form-scan.tsx'
import { paperMessages } from './paper-messages.ts'
import { getPaper } from './paper-requests.ts'
import { PlaceForm } from './place-form.tsx'

type Props = { readonly shown: Case; readonly onChanged: () => void; readonly onClose: () => void }

const PaperDialog = ({ shown, onChanged, onClose }: Props) => {
  const say = paperMessages.useSay()
  const common = sharedMessages.useSay()
  const client = useQueryClient()
  const { registrationId } = shown
  const queryKey = ['paper', registrationId]
  const { data, error, refetch } = useQuery({ queryKey, queryFn: ({ signal }) => getPaper(registrationId, signal), gcTime: 0 })
  const missing = PHOTO_KINDS.filter((kind) => !shown.photos.some((photo) => photo.kind === kind))
  const sent = (): void => {
    void refetch()
    onChanged()
  }
  return (
    <Dialog title={say('title')} onClose={onClose} wide firstField="archiveBox">
      {error === null ? null : <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting label={common('loading')} /> : null}
      {data === undefined ? null : (
        <>
          <PlaceForm registrationId={registrationId} paper={data} onFiled={(paper) => client.setQueryData(queryKey, paper)} />
          {data.scanned ? <FormScan registrationId={registrationId} /> : <p>{say('notScanned')}</p>}
        </>
      )}
      <AttachForm registrationId={registrationId} kinds={['form-scan', ...missing]} onSent={sent} />
      <CommandButton kind="plain" keyHint="Escape" onPress={onClose}>
        {common('close')}
      </CommandButton>
    </Dialog>
  )
}

/** The paper form of a case by one key: where it lies, its scan, photos that are missing. */
export const PaperCommand = ({ shown, onChanged }: { readonly shown: Case; readonly onChanged: () => void }) => {
  const say = paperMessages.useSay()
  const [open, setOpen] = useState(false)
  useKeys({ p: () => setOpen(true) })
  return (
    <>
      <CommandButton keyHint="P" onPress={() => setOpen(true)}>
        {say('open')}
      </CommandButton>
      {open ? <PaperDialog shown={shown} onChanged={onChanged} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
