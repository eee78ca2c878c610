import type { ReactNode } from 'react'

/** What a photo may come as. */
export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp,image/heic'

type Props = {
  readonly id?: string
  readonly label: string
  /** What a screen reader says where the label alone does not tell which file. */
  readonly spoken?: string | undefined
  readonly accept: string
  readonly main?: boolean
  readonly capture?: 'user' | 'environment' | undefined
  readonly describedBy?: string | undefined
  readonly onFile: (file: File) => void
}

/** Chooses one file. The browser's own field says in the browser's language that nothing was chosen yet: it lies unseen over a button of ours. */
export const FileButton = ({ id, label, spoken = label, accept, main = false, capture, describedBy, onFile }: Props): ReactNode => (
  <label className={main ? 'button file-button' : 'button button-second file-button'}>
    <input
      type="file"
      id={id}
      accept={accept}
      capture={capture}
      aria-label={spoken}
      aria-describedby={describedBy}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0]
        if (file !== undefined) onFile(file)
        // The same file may be chosen again.
        event.currentTarget.value = ''
      }}
    />
    {label}
  </label>
)
