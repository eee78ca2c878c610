import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Keyring, loadKeyring, openBytes, sealBytes } from './keyring.ts'

const folder = mkdtempSync(join(tmpdir(), 'an-sinh-keyring-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the keyring', () => {
  const keyring = new Keyring(randomBytes(32))

  it('opens what it sealed, Vietnamese included', () => {
    const sealed = keyring.encrypt('message', 'Mật khẩu lần đầu', 'message/1')
    expect(keyring.decrypt('message', sealed, 'message/1').toString('utf8')).toBe('Mật khẩu lần đầu')
  })

  it('seals the same text differently each time', () => {
    expect(keyring.encrypt('totp', 'x', 'staff/1').equals(keyring.encrypt('totp', 'x', 'staff/1'))).toBe(false)
  })

  it('does not open a text moved to another row, purpose or keyring, nor one with a changed bit', () => {
    const sealed = keyring.encrypt('phone', '+84951234567', 'code/1')
    expect(() => keyring.decrypt('phone', sealed, 'code/2')).toThrow(/authenticate|tag/i)
    expect(() => keyring.decrypt('message', sealed, 'code/1')).toThrow(/authenticate|tag/i)
    expect(() => new Keyring(randomBytes(32)).decrypt('phone', sealed, 'code/1')).toThrow(/authenticate|tag/i)
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(() => keyring.decrypt('phone', changed, 'code/1')).toThrow(/authenticate|tag/i)
    }
  })

  it('does not open a text whose tag was cut short', () => {
    const key = randomBytes(32)
    expect(() => openBytes(key, sealBytes(key, 'x', 'c').subarray(0, 20), 'c')).toThrow(/authenticate|tag/i)
  })

  it('hashes with a key of each purpose', () => {
    expect(keyring.hmac('phone', 'x').equals(keyring.hmac('limit', 'x'))).toBe(false)
    expect(keyring.matches('phone', 'x', keyring.hmac('phone', 'x'))).toBe(true)
    expect(keyring.matches('phone', 'y', keyring.hmac('phone', 'x'))).toBe(false)
    expect(keyring.matches('phone', 'x', Buffer.alloc(3))).toBe(false)
  })
})

describe('the key file', () => {
  it('is made once, readable by its owner only, and never overwritten', () => {
    const file = join(folder, 'made/keys.json')
    const first = loadKeyring(file, true)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const before = readFileSync(file, 'utf8')
    const again = loadKeyring(file, true)
    expect(readFileSync(file, 'utf8')).toBe(before)
    expect(again.decrypt('content', first.encrypt('content', 'x', 'c'), 'c').toString()).toBe('x')
  })

  it('that is missing or damaged is named in a sentence', () => {
    expect(() => loadKeyring(join(folder, 'none.json'), false)).toThrow(/Không thấy tệp khoá/)
    for (const text of ['{}', '{"master":5}', '{"master":"c2hvcnQ="}', 'not json', '']) {
      const file = join(folder, `damaged-${text.length}.json`)
      writeFileSync(file, text)
      chmodSync(file, 0o600)
      expect(() => loadKeyring(file, false)).toThrow(/Tệp khoá hỏng/)
    }
  })
})
