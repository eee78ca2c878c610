/**
 * Something the person at the keyboard can mend: shown as its two sentences, never with a stack.
 * The Vietnamese sentence says what to do next; the English one is its short translation.
 */
export class Refusal extends Error {
  readonly vi: string
  readonly en: string

  constructor(vi: string, en: string) {
    super(`${vi}\n${en}`)
    this.name = 'Refusal'
    this.vi = vi
    this.en = en
  }
}
