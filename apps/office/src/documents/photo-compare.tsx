import type { Case } from '@an-sinh/contract'
import { CommandButton } from '@an-sinh/ui'
import { PHOTO_KINDS } from '@an-sinh/domain'
import { useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { documentMessages } from './document-messages.ts'
import { PhotoFrame } from './photo-frame.tsx'
import { PLAIN_VIEW, type PhotoView, turn, zoomIn, zoomOut } from './photo-view.ts'
import type { PhotoKind } from './use-photo.ts'

type PaneProps = {
  readonly shown: Case
  readonly kind: PhotoKind
  readonly view: PhotoView
  readonly onView: (how: (view: PhotoView) => PhotoView) => void
}

const Pane = ({ shown, kind, view, onView }: PaneProps) => {
  const say = documentMessages.useSay()
  const documentId = shown.photos.find((photo) => photo.kind === kind)?.documentId ?? null
  return (
    <section className="compare-pane" aria-label={say(kind)}>
      <PhotoFrame registrationId={shown.registrationId} kind={kind} documentId={documentId} view={view} />
      <h3>{say(kind)}</h3>
      <div className="row">
        <CommandButton icon="zoomIn" onPress={() => onView(zoomIn)}>
          {say('zoomIn')}
        </CommandButton>
        <CommandButton icon="zoomOut" onPress={() => onView(zoomOut)}>
          {say('zoomOut')}
        </CommandButton>
        <CommandButton icon="rotate" onPress={() => onView(turn)}>
          {say('rotate')}
        </CommandButton>
        <CommandButton kind="plain" onPress={() => onView(() => PLAIN_VIEW)}>
          {say('reset')}
        </CommandButton>
      </div>
      <output className="visually-hidden">
        {say('zoomOf', { kind: say(kind), percent: Math.round(view.zoom * 100), degrees: view.turns * 90 })}
      </output>
    </section>
  )
}

type Views = Readonly<Record<PhotoKind, PhotoView>>
const PLAIN: Views = { 'id-front': PLAIN_VIEW, 'id-back': PLAIN_VIEW, portrait: PLAIN_VIEW }

/** Large photos beside each other. `+`, `-` and `R` work on all; 1–3 hide and show one, so that two faces fill the screen. */
export const PhotoCompare = ({ shown, onClose }: { readonly shown: Case; readonly onClose: () => void }) => {
  const say = documentMessages.useSay()
  const common = sharedMessages.useSay()
  const [views, setViews] = useState(PLAIN)
  const [hidden, setHidden] = useState<readonly PhotoKind[]>([])
  const all = (how: (view: PhotoView) => PhotoView): void =>
    setViews((before) => ({ 'id-front': how(before['id-front']), 'id-back': how(before['id-back']), portrait: how(before.portrait) }))
  const toggle = (kind: PhotoKind): void =>
    setHidden((before) =>
      before.includes(kind) ? before.filter((other) => other !== kind) : before.length === 2 ? before : [...before, kind],
    )
  const strokes = { '+': () => all(zoomIn), '=': () => all(zoomIn), '-': () => all(zoomOut), r: () => all(turn), z: onClose }
  return (
    <Dialog
      title={say('compareTitle')}
      onClose={onClose}
      full
      keys={{ ...strokes, ...Object.fromEntries(PHOTO_KINDS.map((kind, at) => [String(at + 1), () => toggle(kind)])) }}
    >
      <div className="row compare-head">
        {PHOTO_KINDS.map((kind, at) => (
          <CommandButton
            key={kind}
            icon={hidden.includes(kind) ? 'cross' : 'check'}
            pressed={!hidden.includes(kind)}
            keyHint={String(at + 1)}
            onPress={() => toggle(kind)}
          >
            {say(kind)}
          </CommandButton>
        ))}
        <CommandButton kind="main" keyHint="Escape" onPress={onClose}>
          {common('close')}
        </CommandButton>
      </div>
      <div className="compare">
        {PHOTO_KINDS.filter((kind) => !hidden.includes(kind)).map((kind) => (
          <Pane
            key={kind}
            shown={shown}
            kind={kind}
            view={views[kind]}
            onView={(how) => setViews((before) => ({ ...before, [kind]: how(before[kind]) }))}
          />
        ))}
      </div>
    </Dialog>
  )
}
