import { CommandButton, Notice } from '@an-sinh/ui'
import { useId, useRef, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { paperMessages } from './paper-messages.ts'
import { type AttachmentKind, sendAttachment } from './send-attachment.ts'

type Props = {
  readonly registrationId: string
  /** The form first; photos only where there are none. */
  readonly kinds: readonly AttachmentKind[]
  readonly onSent: () => void
}

/** One picture at a time, with the share that is there. */
const useSendPicture = (registrationId: string, kind: AttachmentKind, onSent: () => void) => {
  const [percent, setPercent] = useState<number | null>(null)
  const [done, setDone] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const send = async (picture: File | undefined): Promise<void> => {
    if (picture === undefined || percent !== null) return
    setPercent(0)
    setProblem(null)
    setDone(false)
    try {
      await sendAttachment(registrationId, { kind, picture }, (share) => setPercent(Math.round(share * 100)))
      setDone(true)
      onSent()
    } catch (error) {
      setProblem(error)
    } finally {
      setPercent(null)
    }
  }
  return { percent, done, problem, send }
}

/** A scan of the form, or a photo that was never sent, from a file or the camera. */
export const AttachForm = ({ registrationId, kinds, onSent }: Props) => {
  const say = paperMessages.useSay()
  const id = useId()
  const [kind, setKind] = useState<AttachmentKind>('form-scan')
  const file = useRef<HTMLInputElement>(null)
  const { percent, done, problem, send } = useSendPicture(registrationId, kind, onSent)
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{say('attach')}</h3>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {done ? <Notice kind="good" live title={say('sent')} /> : null}
      <div className="row">
        <label htmlFor={`${id}-kind`}>{say('kind')}</label>
        <select
          id={`${id}-kind`}
          className="box box-medium"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as AttachmentKind)}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {say(`kind-${one}`)}
            </option>
          ))}
        </select>
        <CommandButton busy={percent !== null} onPress={() => file.current?.click()}>
          {say('choose')}
        </CommandButton>
        {/* The browser's own words beside a file field are the browser's language. */}
        <input
          ref={file}
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp"
          capture="environment"
          onChange={(event) => {
            void send(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        <output>{percent === null ? null : say('sending', { percent })}</output>
      </div>
    </section>
  )
}
