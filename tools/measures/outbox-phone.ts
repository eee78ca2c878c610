import type { Outbox } from './outbox-bundle.ts'
import type { Device } from './outbox-device.ts'
import type { Accepted, AcceptedDraft, Held } from './outbox-held.ts'

/** One phone and the people before it, as far as their writing is concerned. */
export type Phone = {
  readonly device: Device
  readonly held: Held
  readonly accepted: Accepted[]
  readonly drafts: AcceptedDraft[]
  /** Upload ids of all photos that were taken here. */
  readonly taken: Set<string>
  readonly forgotten: Set<string>
  /** Letters of which the browser lost a photo, or whose photo was being taken anew when the page died: they may say so. */
  readonly photoless: Set<string>
  /** Opened in a form: no other screen is before the same person. */
  readonly editing: Set<string>
  /** Letters whose form was opened and not sent: its photos stay with it. */
  readonly inForm: Set<string>
  /** Grows when people change: a form of before is not on the screen any more. */
  readonly visit: number
  intents: number
  stuck: number
  readonly chance: () => number
  count(what: string): void
  outbox(): Outbox
}
