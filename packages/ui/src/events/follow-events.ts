import { followAgainMs } from '@an-sinh/domain'

/** `connecting`: for the first time; `lost`: it was there, or could not be had, and is tried again. */
export type Line = 'connecting' | 'open' | 'lost'

type Options = {
  /** Where to follow from now on. */
  readonly address: () => string
  readonly events: readonly string[]
  readonly onEvent: (event: string, data: unknown) => void
  readonly onLine: (line: Line, failures: number) => void
}

/** The server pings every ten seconds; without a sound for this long the line is dead, whatever the browser thinks. */
const SILENT_MS = 30_000

/**
 * Follows server-sent events for as long as it takes: a line that breaks, falls silent or is asked to come again is made anew, later each time
 * and never at the same moment as everybody else's. Ends with `over`, or when it is stopped.
 */
export class EventFollower {
  readonly #options: Options
  #source: EventSource | null = null
  #timer = 0
  #silence = 0
  #failures = 0
  #stopped = false

  constructor(options: Options) {
    this.#options = options
  }

  start(): void {
    this.#stopped = false
    window.addEventListener('online', this.#comeBack)
    this.#options.onLine('connecting', 0)
    this.#open()
  }

  stop(): void {
    this.#stopped = true
    this.#drop()
    clearTimeout(this.#timer)
    window.removeEventListener('online', this.#comeBack)
  }

  readonly #comeBack = (): void => {
    if (this.#source === null) this.#open()
  }

  #drop(): void {
    this.#source?.close()
    this.#source = null
    clearTimeout(this.#silence)
  }

  #listen(): void {
    clearTimeout(this.#silence)
    this.#silence = window.setTimeout(() => this.#again(null), SILENT_MS)
  }

  #again(afterMs: number | null): void {
    this.#drop()
    if (this.#stopped) return
    this.#failures += 1
    this.#options.onLine('lost', this.#failures)
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#open(), afterMs ?? followAgainMs(this.#failures, Math.random()))
  }

  #open(): void {
    clearTimeout(this.#timer)
    this.#drop()
    if (this.#stopped) return
    const source = new EventSource(this.#options.address())
    this.#source = source
    this.#listen()
    source.addEventListener('open', () => {
      this.#failures = 0
      this.#options.onLine('open', 0)
    })
    source.addEventListener('error', () => {
      if (this.#source === source) this.#again(null)
    })
    for (const event of [...this.#options.events, 'ping', 'reconnect', 'over'])
      source.addEventListener(event, (heard: MessageEvent<string>) => {
        if (this.#source === source) this.#take(event, JSON.parse(heard.data))
      })
  }

  #take(event: string, data: unknown): void {
    this.#listen()
    if (event === 'reconnect') this.#again((data as { afterMs: number }).afterMs)
    else {
      if (event === 'over') this.stop()
      this.#options.onEvent(event, data)
    }
  }
}
