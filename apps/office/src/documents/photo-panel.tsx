import type { Case } from '@an-sinh/contract'
import { CommandButton, Tag } from '@an-sinh/ui'
import { PHOTO_KINDS } from '@an-sinh/domain'
import { useState } from 'react'
import { useKeys } from '../shared/keyboard.ts'
import { documentMessages } from './document-messages.ts'
import { PhotoCompare } from './photo-compare.tsx'
import { PhotoFrame } from './photo-frame.tsx'

const Hints = ({ hints }: { readonly hints: readonly string[] }) => {
  const say = documentMessages.useSay()
  return hints.map((hint) => {
    const key = `hint-${hint}`
    return (
      <Tag key={hint} tone="warn">
        {documentMessages.has(key) ? say(key) : hint}
      </Tag>
    )
  })
}

/** The three photos side by side; `Z` or a press enlarges and compares. */
export const PhotoPanel = ({ shown }: { readonly shown: Case }) => {
  const say = documentMessages.useSay()
  const [open, setOpen] = useState(false)
  useKeys({ z: () => setOpen(true) })
  const photoOf = (kind: (typeof PHOTO_KINDS)[number]) => shown.photos.find((photo) => photo.kind === kind)
  return (
    <section className="photos" aria-labelledby="photos-title">
      <div className="panel-head">
        <h2 id="photos-title">{say('title')}</h2>
        <CommandButton icon="zoomIn" keyHint="Z" onPress={() => setOpen(true)}>
          {say('enlarge')}
        </CommandButton>
      </div>
      <div className="photo-grid">
        {PHOTO_KINDS.map((kind) => (
          <figure key={kind} className={`photo photo-${kind}`}>
            <PhotoFrame registrationId={shown.registrationId} kind={kind} documentId={photoOf(kind)?.documentId ?? null} />
            <figcaption>
              {say(kind)} <Hints hints={photoOf(kind)?.hints ?? []} />
            </figcaption>
          </figure>
        ))}
      </div>
      {open ? <PhotoCompare shown={shown} onClose={() => setOpen(false)} /> : null}
    </section>
  )
}
