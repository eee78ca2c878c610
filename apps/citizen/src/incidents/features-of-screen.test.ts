import { describe, expect, it } from 'vitest'
import { concernsScreen } from './features-of-screen.ts'

const slow = { kind: 'disturbance', features: ['codes'] } as const

describe('what is announced', () => {
  it.each([
    ['/dang-ky/thong-tin', true],
    ['/dang-nhap', true],
    ['/', true],
    ['/ca-nhan', true],
    ['/ca-nhan/the', false],
    ['/tra-cuu/diem-thu', false],
    ['/dang-kyx', false],
  ])('about codes concerns %s: %s', (path, expected) => expect(concernsScreen(slow, path)).toBe(expected))

  it.each([
    ['/dang-nhap/lan-dau', true],
    ['/', true],
    ['/tro-giup/quen-mat-khau', true],
    ['/ca-nhan/the', false],
  ])('as a warning of fraud stands on %s: %s', (path, expected) =>
    expect(concernsScreen({ kind: 'fraud-warning', features: [] }, path)).toBe(expected),
  )
})
