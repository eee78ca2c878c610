import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { REGISTRATION_MOVE_NAMES } from '@an-sinh/domain'
import { describe, expect, it } from 'vitest'
import { DESCRIBED_ACTIONS, describeAccess } from './describe-access.ts'

const SOURCES = join(import.meta.dirname, '..')

/** Actions of staff and of employers about themselves, about whole batches and about an employer's own list stand in no person's record. */
const isAboutPersons = (action: string): boolean => !/^(?:staff|import|employer|roster)-/u.test(action)

const listWrittenActions = (): string[] =>
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/test|fixture/u.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(SOURCES, name), 'utf8')
      const written = text.includes('recordAudit')
        ? [...text.matchAll(/action: (.+)/gu)].map(([, value = '']) => value.split(/, \w+:/u)[0] ?? '')
        : []
      return written.flatMap((value) => [...value.matchAll(/'([a-z]+(?:-[a-z]+)+)'/gu)].map(([, action = '']) => action))
    })

describe('what a person reads about who saw or changed their data', () => {
  it('has a sentence for every action written anywhere', () => {
    const written = new Set([...listWrittenActions(), ...REGISTRATION_MOVE_NAMES.map((move) => `registration-${move}`)])
    expect(written.size).toBeGreaterThan(20)
    expect([...written].filter((action) => isAboutPersons(action) && !DESCRIBED_ACTIONS.includes(action))).toStrictEqual([])
  })

  it('names staff, and nobody else', () => {
    const row = { at: new Date(), actorId: '7', action: 'registration-approve', officeName: 'BHXH cơ sở Mẫu' }
    expect(describeAccess({ ...row, actorKind: 'staff', staffName: 'Lê Văn Quầy' }, undefined)).toStrictEqual({
      who: 'Lê Văn Quầy',
      action: 'Duyệt đăng ký',
    })
    expect(describeAccess({ ...row, actorKind: 'system', staffName: null }, 'en-US')).toStrictEqual({
      who: 'The system',
      action: 'Approved the registration',
    })
  })

  it('tells an action it has no words for as a change, and hides nothing', () => {
    expect(
      describeAccess({ at: new Date(), actorKind: 'citizen', actorId: '1', staffName: null, action: 'unheard-of', officeName: null }, 'vi'),
    ).toStrictEqual({ who: 'Chính bạn', action: 'Thay đổi dữ liệu' })
  })
})
