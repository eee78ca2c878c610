import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideChannels, NOTICE_CHANNELS, NOTICE_KIND_RULES, NOTICE_KINDS, type NoticeChoice } from './index.ts'

const anyKind = fc.constantFrom(...NOTICE_KINDS)
const anyChoices = fc.array(fc.record<NoticeChoice>({ kind: anyKind, channel: fc.constantFrom(...NOTICE_CHANNELS), isOn: fc.boolean() }))

describe('the channels of a notice', () => {
  it('of safety are all, whatever was chosen', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        expect(decideChannels('security', choices)).toStrictEqual(NOTICE_CHANNELS)
      }),
    )
  })
  it('of every other kind follow the last choice, and where there is none the usual', () => {
    fc.assert(
      fc.property(anyKind, anyChoices, (kind, choices) => {
        fc.pre(kind !== 'security')
        for (const channel of NOTICE_CHANNELS) {
          const last = choices.filter((one) => one.kind === kind && one.channel === channel).at(-1)
          expect(decideChannels(kind, choices).includes(channel)).toBe(last?.isOn ?? NOTICE_KIND_RULES[kind].usual[channel])
        }
      }),
    )
  })
  it('can each be switched off without touching another kind', () => {
    for (const kind of NOTICE_KINDS.filter((one) => !NOTICE_KIND_RULES[one].fixed))
      for (const channel of NOTICE_CHANNELS) {
        const choices = [{ kind, channel, isOn: false }]
        expect(decideChannels(kind, choices)).not.toContain(channel)
        for (const other of NOTICE_KINDS.filter((one) => one !== kind))
          expect(decideChannels(other, choices)).toStrictEqual(decideChannels(other, []))
      }
  })
})
