import { randomUUID } from 'node:crypto'

import type { ModelDraft, ModelLetter, Outbox, PageGlobals } from './outbox-bundle.ts'
import { makeChance, pause } from './outbox-chance.ts'
import { takePhoto } from './outbox-photo.ts'
import { type Device, makeDevice, openPage } from './outbox-device.ts'
import { type FarEnd, type Held, makeHeld, type Weather } from './outbox-far-end.ts'
import { type Accepted, type AcceptedDraft, compareWithHeld } from './outbox-held.ts'

export type Pages = { now: (globals: PageGlobals) => Outbox; newer: (globals: PageGlobals) => Outbox }
/** What went wrong in one run, by kind; and what happened in it, to show that the faults were there. */
export type Findings = { lost: number; doubled: number; stuck: number; seen: number; happened: Record<string, number> }

const PERSONS = ['person-a', 'person-b']
const STORMS: readonly Weather[] = ['cut', 'cut-after', 'busy', 'busy-after', 'proxy-page', 'too-many', 'newer']
const EVENTS = [
  'letter',
  'letter',
  'letter',
  'draft',
  'offline',
  'online',
  'kill',
  'upgrade',
  'person',
  'storm',
  'calm',
  'wake',
  'pause',
] as const
/** In fair weather everything has left long before. */
const PATIENT_ROUNDS = 40
const ANSWERS = { fullName: 'Nguyễn Thị Thử Nghiệm' }

/** One phone through some weather: what people wrote, what was acknowledged to them, and what the far end holds in the end. */
export class PhoneRun {
  readonly device: Device = makeDevice()
  readonly held: Held = makeHeld()
  readonly accepted: Accepted[] = []
  readonly drafts: AcceptedDraft[] = []
  readonly happened: Record<string, number> = {}
  readonly run = randomUUID()
  readonly chance: () => number
  storm = false
  upgraded = false
  seen = 0
  stuck = 0
  intents = 0
  readonly #pages: Pages
  readonly #far: FarEnd

  constructor(seed: number, pages: Pages, far: FarEnd) {
    this.chance = makeChance(seed)
    this.#pages = pages
    this.#far = far
    this.storm = this.chance() < 0.5
    far.runs.set(this.run, { held: this.held, weather: () => this.#weather() })
  }

  #weather(): Weather {
    if (!this.storm || this.chance() < 0.4) return 'fine'
    const weather = STORMS[Math.floor(this.chance() * STORMS.length)] ?? 'fine'
    this.count(weather)
    return weather
  }

  count(what: string): void {
    this.happened[what] = (this.happened[what] ?? 0) + 1
  }

  outbox(): Outbox {
    if (this.device.life === null) throw new Error('no page is open')
    return this.device.life.outbox
  }

  /** A page opens: who is signed in is noted, drafts and letters of before are looked after, as the app does at its start. */
  async open(): Promise<void> {
    this.device.life = openPage(this.device, this.upgraded ? this.#pages.newer : this.#pages.now, { url: this.#far.url, run: this.run })
    const outbox = this.outbox()
    await outbox.loadDraft()
    void outbox.wakeOutbox()
  }

  kill(): void {
    this.device.life?.kill()
    this.device.life = null
  }

  async signIn(person: string): Promise<void> {
    this.device.session = person
    await this.outbox().notePerson(person)
    await this.lookAround(person)
  }

  /** Whatever a screen could show now is this person's own, and what waits after a failure says why. */
  async lookAround(person: string): Promise<void> {
    const { letters, unreadable } = await this.outbox().listLetters()
    this.seen += letters.filter((letter) => letter.person !== person || !letter.body.what.startsWith(`${person}|`)).length
    this.stuck += unreadable.length
    for (const { state, attempts, lastError, refusal } of letters)
      if (state === 'waiting' ? attempts > 0 && lastError === null : refusal === null) this.stuck += 1
  }

  /** Written and sent; it counts as taken once the app says so. A kill may come at any moment. */
  write(): Promise<void> {
    const person = this.device.session
    if (person === null) return Promise.resolve()
    const [letterId, intent] = [randomUUID(), String((this.intents += 1))]
    const shape = this.chance() < 0.15 ? 'wrong' : 'right'
    this.count(`letter-${shape}`)
    const body = { requestId: letterId, kind: 'copy', what: `${person}|${intent}|${shape}` } as const
    const letter: ModelLetter = { letterId, kind: 'data-request', title: 'Bản sao', body, resultAt: '/x', editAt: '/y' }
    const { life } = this.device
    return this.outbox()
      .postLetter(letter)
      .then(() => void (life?.isAlive() === true && this.accepted.push({ intent, person, letterId })))
      .catch(() => undefined)
  }

  /** A registration with its photos, pressed "send". */
  async register(): Promise<void> {
    const { life } = this.device
    const outbox = this.outbox()
    const registrationId = randomUUID()
    const draft: ModelDraft = { ...outbox.makeDraft(registrationId, Date.now()), privacyVersion: '1', serverVersion: 1 }
    const state = outbox.readDraft()
    if (state.status === 'ready') return
    outbox.openDraft(draft)
    const uploads: string[] = []
    for (const kind of ['id-front', 'portrait']) {
      const { bytes, photo } = takePhoto(this.chance() < 0.1 ? 140_000 : 900, uploads.length)
      await outbox.keepPhoto(registrationId, kind, bytes, photo)
      uploads.push(photo.uploadId)
    }
    outbox.changeDraft(registrationId, (now) => ({ ...now, submission: { answers: ANSWERS, version: 1, state: 'waiting', refusal: null } }))
    await outbox.draftWritten()
    if (life?.isAlive() !== true) return
    this.drafts.push({ registrationId, uploads })
    this.count('draft')
    void outbox.wakeOutbox()
  }

  /** A newer version of the app opens beside the page that is there, and takes over. */
  async upgrade(): Promise<void> {
    const before = this.device.life
    this.upgraded = true
    await this.open()
    before?.kill()
  }

  async reopen(): Promise<void> {
    this.kill()
    await this.open()
  }

  async step(): Promise<void> {
    const event = EVENTS[Math.floor(this.chance() * EVENTS.length)] ?? 'pause'
    if (event !== 'draft' && event !== 'letter') this.count(event)
    if (event === 'letter') void this.write()
    else if (event === 'draft') void this.register().catch(() => undefined)
    else if (event === 'offline' || event === 'online') this.device.online = event === 'online'
    else if (event === 'storm' || event === 'calm') this.storm = event === 'storm'
    else if (event === 'wake') void this.outbox().wakeOutbox()
    else if (event === 'upgrade') await this.upgrade()
    else if (event === 'person') await this.change()
    else if (event === 'kill') await this.reopen()
    if (this.chance() < 0.6) await pause(this.chance() * 12)
    if (this.device.session !== null) await this.lookAround(this.device.session)
  }

  /** Signed out, and somebody else signed in on the same phone; or the session ended by itself. */
  async change(): Promise<void> {
    if (this.chance() < 0.3) this.device.session = null
    else {
      const next = this.device.session === PERSONS[0] ? PERSONS[1] : PERSONS[0]
      await this.outbox().forgetPerson()
      await this.signIn(next ?? 'person-a')
    }
  }

  /** The weather clears: each person comes back, mends what was refused, decides what was asked. */
  async settle(): Promise<void> {
    this.storm = false
    this.device.online = true
    this.kill()
    for (const person of [...PERSONS, ...PERSONS]) {
      await this.open()
      await this.signIn(person)
      for (let round = 0; round < PATIENT_ROUNDS && !(await this.isQuiet()); round += 1) {
        await this.outbox().wakeOutbox()
        await this.mend()
        await this.mendDraft()
        await pause(round)
      }
      this.kill()
    }
  }

  /** Nothing of this page waits to be sent or to be decided. */
  async isQuiet(): Promise<boolean> {
    const { letters } = await this.outbox().listLetters()
    const state = this.outbox().readDraft()
    return letters.length === 0 && (state.status !== 'ready' || state.draft.submission === null)
  }

  async mend(): Promise<void> {
    for (const letter of (await this.outbox().listLetters()).letters) {
      if (letter.state === 'waiting') continue
      const body = { ...letter.body, what: letter.body.what.replace('|wrong', '|right') }
      await this.outbox().writeLetter({ ...letter, body, state: 'waiting', refusal: null })
    }
  }

  /** "Refresh and ask": the registration at the server moved on; the person looks and sends again. */
  async mendDraft(): Promise<void> {
    const state = this.outbox().readDraft()
    if (state.status !== 'ready') return
    const { registrationId, submission } = state.draft
    // One that was not sent yet is nobody's to send.
    if (submission === null || submission.state === 'waiting') return
    if (submission.refusal === null) this.stuck += 1
    const version = this.held.versions.get(registrationId) ?? 1
    this.outbox().changeDraft(registrationId, (now) => ({
      ...now,
      submission: { answers: ANSWERS, version, state: 'waiting', refusal: null },
    }))
    await this.outbox().draftWritten()
  }

  find(): Findings {
    const { lost, doubled } = compareWithHeld(this.held, this.accepted, this.drafts)
    const happened = { ...this.happened, requests: this.held.requests, taken: this.accepted.length + this.drafts.length }
    return { lost, doubled, stuck: this.stuck, seen: this.seen + this.held.strangers, happened }
  }

  end(): void {
    this.kill()
    this.#far.runs.delete(this.run)
  }
}
