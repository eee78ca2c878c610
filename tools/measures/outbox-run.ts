import { randomUUID } from 'node:crypto'

import type { Outbox, PageGlobals } from './outbox-bundle.ts'
import { makeChance, pause } from './outbox-chance.ts'
import { type Device, makeDevice, openPage } from './outbox-device.ts'
import type { FarEnd, Weather } from './outbox-far-end.ts'
import { type Accepted, type AcceptedDraft, compareWithHeld, type Held, makeHeld } from './outbox-held.ts'
import { readWords } from './outbox-letters.ts'
import type { Phone } from './outbox-phone.ts'
import { mendRegistration, register } from './outbox-registration.ts'
import { countLeft, forgetLetter, losePhoto, mendLetters, writeLetter } from './outbox-writing.ts'

export type Pages = { now: (globals: PageGlobals) => Outbox; newer: (globals: PageGlobals) => Outbox }
/** What went wrong in one run, by kind (`left`: photos on the disk of letters that are gone); and what happened in it, to show that the faults were there. */
export type Findings = { lost: number; doubled: number; stuck: number; seen: number; left: number; happened: Record<string, number> }

const PERSONS = ['person-a', 'person-b']
const STORMS: readonly Weather[] = ['cut', 'cut-after', 'busy', 'busy-after', 'proxy-page', 'too-many', 'newer']
const EVENTS = [
  'letter',
  'letter',
  'letter',
  'draft',
  'mend',
  'forget',
  'lose-photo',
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

/** One phone through some weather: what people wrote, what was acknowledged to them, and what the far end holds in the end. */
export class PhoneRun implements Phone {
  readonly device: Device = makeDevice()
  readonly held: Held = makeHeld()
  readonly accepted: Accepted[] = []
  readonly drafts: AcceptedDraft[] = []
  readonly taken = new Set<string>()
  readonly forgotten = new Set<string>()
  readonly photoless = new Set<string>()
  readonly happened: Record<string, number> = {}
  readonly run = randomUUID()
  readonly chance: () => number
  storm = false
  upgraded = false
  seen = 0
  stuck = 0
  readonly editing = new Set<string>()
  readonly inForm = new Set<string>()
  left = 0
  intents = 0
  visit = 0
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
    this.editing.clear()
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
    this.seen += letters.filter((letter) => letter.person !== person || readWords(letter).person !== person).length
    this.stuck += unreadable.length
    for (const { letterId, state, attempts, lastError, refusal } of letters) {
      const isTold = lastError === 'photo-lost' ? this.photoless.has(letterId) : refusal !== null
      if (state === 'waiting' ? attempts > 0 && lastError === null : !isTold) this.stuck += 1
    }
  }

  /** A newer version of the app opens beside the page that is there, and takes over. */
  async upgrade(): Promise<void> {
    const before = this.device.life
    this.upgraded = true
    await this.open()
    before?.kill()
    this.editing.clear()
  }

  async reopen(): Promise<void> {
    this.kill()
    await this.open()
  }

  async step(): Promise<void> {
    const event = EVENTS[Math.floor(this.chance() * EVENTS.length)] ?? 'pause'
    if (event !== 'draft' && event !== 'letter') this.count(event)
    if (event === 'letter') void writeLetter(this).catch(() => undefined)
    else if (event === 'draft') void register(this).catch(() => undefined)
    else if (event === 'mend') void mendLetters(this).catch(() => undefined)
    else if (event === 'forget') void forgetLetter(this).catch(() => undefined)
    else if (event === 'lose-photo') await losePhoto(this)
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
    this.visit += 1
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
        await mendLetters(this)
        await mendRegistration(this)
        await pause(round)
      }
      this.left = await countLeft(this)
      this.kill()
    }
  }

  /** Nothing of this page waits to be sent or to be decided. */
  async isQuiet(): Promise<boolean> {
    const { letters } = await this.outbox().listLetters()
    const state = this.outbox().readDraft()
    return letters.length === 0 && (state.status !== 'ready' || state.draft.submission === null)
  }

  find(): Findings {
    const { lost, doubled } = compareWithHeld(this.held, this)
    const happened = { ...this.happened, requests: this.held.requests, taken: this.accepted.length + this.drafts.length }
    return { lost, doubled, stuck: this.stuck, seen: this.seen + this.held.strangers, left: this.left, happened }
  }

  end(): void {
    this.kill()
    this.#far.runs.delete(this.run)
  }
}
