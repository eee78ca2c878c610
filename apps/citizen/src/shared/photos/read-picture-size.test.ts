import { expect, test } from 'vitest'
import { readPictureSize } from './read-picture-size.ts'

const MAX = 25_000_000
const bytes = (...parts: (string | number[])[]): ArrayBuffer => {
  const all = parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (sign) => sign.charCodeAt(0)) : part))
  return new Uint8Array(all).buffer
}
const four = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const two = (value: number): number[] => [value >>> 8, value & 255]
const png = (width: number, height: number) => bytes([0x89], 'PNG', [13, 10, 26, 10], four(13), 'IHDR', four(width), four(height))
const jpeg = (width: number, height: number) =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe1],
    two(10),
    'Exif0000',
    [0xff, 0xc4],
    two(4),
    [0, 0, 0xff, 0xc2],
    two(11),
    [8],
    two(height),
    two(width),
    [1, 1, 17, 0],
  )

test('the size is read from the header of PNG, JPEG and WebP', () => {
  expect(readPictureSize(png(4000, 3000), MAX)).toEqual({ widthPx: 4000, heightPx: 3000 })
  expect(readPictureSize(jpeg(4032, 3024), MAX)).toEqual({ widthPx: 4032, heightPx: 3024 })
  const extended = bytes('RIFF', four(0), 'WEBPVP8X', four(10), [0, 0, 0, 0], [0x3f, 0x06, 0], [0xaf, 0x04, 0])
  expect(readPictureSize(extended, MAX)).toEqual({ widthPx: 1600, heightPx: 1200 })
})

test('a picture bomb is refused before it is decoded', () => {
  expect(readPictureSize(png(10_000, 10_000), MAX)).toBe('too-many-pixels')
  expect(readPictureSize(jpeg(65_000, 65_000), MAX)).toBe('too-many-pixels')
})

test('what is no photo is told apart', () => {
  expect(readPictureSize(bytes(), MAX)).toBe('empty')
  expect(readPictureSize(bytes('%PDF-1.7 and more of it'), MAX)).toBe('not-a-picture')
  expect(readPictureSize(bytes('<svg xmlns="http://www.w3.org/2000/svg">'), MAX)).toBe('not-a-picture')
  expect(readPictureSize(bytes(four(24), 'ftypheic0000'), MAX)).toBe('heic')
  expect(readPictureSize(bytes([0xff, 0xd8, 0xff, 0xe1], two(9000)), MAX)).toBe('unreadable')
  expect(readPictureSize(png(0, 100), MAX)).toBe('unreadable')
})
