import { describe, expect, it } from 'vitest'
import { parseSettings } from './settings.ts'

const parse = (url: string | undefined, attribution: string | undefined) =>
  parseSettings({ DATABASE_URL: 'postgres://x', ANSINH_MAP_TILES_URL: url, ANSINH_MAP_TILES_ATTRIBUTION: attribution }).mapTiles

describe('the source of the map', () => {
  it('is none until one is set', () => {
    expect(parse(undefined, undefined)).toBeNull()
    expect(parse('', undefined)).toBeNull()
  })
  it('is an https address with its three places, and names whose it is', () => {
    const url = 'https://tiles.example.invalid/{z}/{x}/{y}.png'
    expect(parse(url, ' © Mẫu ')).toEqual({ url, attribution: '© Mẫu' })
    expect(() => parse(url, undefined)).toThrow('ANSINH_MAP_TILES_ATTRIBUTION')
  })
  it('is refused where it would open the page for more than one host', () => {
    for (const url of [
      'http://tiles.example.invalid/{z}/{x}/{y}',
      'https://{s}.example.invalid/{z}/{x}/{y}',
      '/{z}/{x}/{y}',
      'https://a.invalid/{z}/{x}',
      'https://a b/{z}/{x}/{y}',
      'data:{z}{x}{y}',
    ])
      expect(() => parse(url, '© Mẫu')).toThrow('ANSINH_MAP_TILES_URL')
  })
})
