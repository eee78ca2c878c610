import { fieldId, Notice, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { FileButton } from '../shared/photos/file-button.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

const hashFile = async (file: File): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A PDF in hand compared with what was handed out. The file stays on the device; only its SHA-256 is sent. */
export const FileCheck = ({ code }: { readonly code: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const [verdict, setVerdict] = useState<'unchanged' | 'other' | null>(null)
  const compare = useAction(async (file: File) => {
    setVerdict(null)
    const { file: told } = await call('POST /api/paper-checks', { body: { code, sha256: await hashFile(file) } })
    setVerdict(told === 'unchanged' ? 'unchanged' : 'other')
  })
  return (
    <>
      <h2>{text('file-title')}</h2>
      <FileButton
        id={fieldId('file')}
        label={text('file-label')}
        accept="application/pdf"
        describedBy="file-hint"
        onFile={(file) => void compare.run(file)}
      />
      <p className="quiet" id="file-hint">
        {text('file-hint')}
      </p>
      {verdict === null ? null : (
        <Notice kind={verdict === 'unchanged' ? 'good' : 'warning'} title={text(`file-${verdict}`)} live>
          <p>{text(`file-${verdict}-text`)}</p>
        </Notice>
      )}
      <FailureNotice failure={compare.failure} />
    </>
  )
}
