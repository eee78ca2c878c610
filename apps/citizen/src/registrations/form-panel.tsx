import type { Registration } from '@an-sinh/contract'
import { formatFormCode } from '@an-sinh/domain'
import { Button, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { TEXTS } from './texts.ts'

const BRING = ['bring-form', 'bring-paper', 'bring-phone'] as const

const CodePanel = ({ formCode }: { readonly formCode: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const [copied, setCopied] = useState(false)
  const shown = formatFormCode(formCode)
  const copy = (): void => void navigator.clipboard?.writeText(shown).then(() => setCopied(true))
  return (
    <>
      <h2>{text('formCode')}</h2>
      <p className="big-code">{shown}</p>
      <p>{text('code-keep')}</p>
      <Button kind="plain" onClick={copy}>
        {text('code-copy')}
      </Button>
      <output>{copied ? text('code-copied') : ''}</output>
    </>
  )
}

/** The form to print, its code to keep, and what to bring; only while the form may be printed. */
export const FormPanel = ({ registration }: { readonly registration: Registration }): ReactNode => {
  const text = useTexts(TEXTS)
  const { registrationId, formCode, may, state } = registration
  const address = `/api/registrations/${registrationId}/form-01`
  return (
    <>
      {may.print ? (
        <>
          <div className="button-row">
            <a className="button" href={address} target="_blank" rel="noopener">
              {text('print')}
            </a>
            <a className="button button-second" href={address} download="to-khai-mau-01.pdf">
              {text('print-download')}
            </a>
          </div>
          <p>{text('print-no-printer')}</p>
        </>
      ) : null}
      {formCode === null ? null : (
        <section className="panel">
          <CodePanel formCode={formCode} />
        </section>
      )}
      {state === 'awaiting-visit' || state === 'submitted' ? (
        <section>
          <h2>{text('bring')}</h2>
          <ul>
            {BRING.map((key) => (
              <li key={key}>{text(key)}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
