import { fieldId } from '@an-sinh/ui'
import { useRef } from 'react'
import { sharedMessages } from './shared-messages.ts'

type Props = { readonly name: string; readonly accept: string; readonly file: File | null; readonly onFile: (file: File | null) => void }

/** Chooses a file. The browser's own control speaks the browser's language, not ours: it stays hidden behind a button of ours. */
export const FileBox = ({ name, accept, file, onFile }: Props) => {
  const say = sharedMessages.useSay()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        name={name}
        accept={accept}
        hidden
        onChange={(event) => onFile(event.currentTarget.files?.[0] ?? null)}
      />
      <button type="button" id={fieldId(name)} className="button button-second" onClick={() => input.current?.click()}>
        {file === null ? say('chooseFile') : say('fileChosen', { name: file.name })}
      </button>
    </>
  )
}
