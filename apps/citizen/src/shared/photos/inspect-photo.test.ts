import { expect, test } from 'vitest'
import { type GreyPicture, inspectPhoto, measureGlare, measureSharpness } from './inspect-photo.ts'

const [WIDTH, HEIGHT] = [640, 480]
type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** A repeatable stream of numbers in [0, 1). */
const makeChance = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

/** A light card with lines of small dark writing on a plain ground, with the grain of a cheap camera. */
const drawCard = (box: Box, { ground = 110, paper = 205, grain = 12 } = {}): GreyPicture => {
  const chance = makeChance(7)
  const light = new Uint8Array(WIDTH * HEIGHT)
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const inside = x >= box.left && x < box.right && y >= box.top && y < box.bottom
      const isInk = inside && (y - box.top) % 24 > 8 && (y - box.top) % 24 < 18 && (x * 7 + ((y * 13) % 5)) % 11 < 5
      const value = (inside ? (isInk ? paper * 0.25 : paper) : ground) + (chance() - 0.5) * grain
      light[y * WIDTH + x] = Math.max(0, Math.min(255, value))
    }
  }
  return { width: WIDTH, height: HEIGHT, light }
}

/** Blurs by the mean of a square of the given half width. */
const blur = (picture: GreyPicture, half: number): GreyPicture => {
  const light = new Uint8Array(picture.light.length)
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      let sum = 0
      let count = 0
      for (let v = Math.max(0, y - half); v <= Math.min(HEIGHT - 1, y + half); v += 1) {
        for (let u = Math.max(0, x - half); u <= Math.min(WIDTH - 1, x + half); u += 1) {
          sum += picture.light[v * WIDTH + u] ?? 0
          count += 1
        }
      }
      light[y * WIDTH + x] = sum / count
    }
  }
  return { ...picture, light }
}

const darken = (picture: GreyPicture, share: number): GreyPicture => ({ ...picture, light: picture.light.map((value) => value * share) })

const shine = (picture: GreyPicture, box: Box): GreyPicture => ({
  ...picture,
  light: picture.light.map((value, at) => {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)]
    return x >= box.left && x < box.right && y >= box.top && y < box.bottom ? 255 : value
  }),
})

const GOOD: Box = { left: 60, top: 70, right: 580, bottom: 410 }
const inspect = (picture: GreyPicture, shortEdgePx = 1200) => inspectPhoto(picture, 'id-front', shortEdgePx, 480)

test('a sharp card with a rim all around has no fault', () => {
  expect(inspect(drawCard(GOOD))).toEqual([])
})

test('noise of a cheap camera and a darker or lighter table are no fault', () => {
  expect(inspect(drawCard(GOOD, { grain: 50 }))).toEqual([])
  expect(inspect(drawCard(GOOD, { ground: 60 }))).toEqual([])
  expect(inspect(drawCard(GOOD, { ground: 160, paper: 225 }))).toEqual([])
})

test('a shaken picture is called blurred', () => {
  const shaken = blur(drawCard(GOOD), 5)
  expect(measureSharpness(shaken)).toBeLessThan(measureSharpness(drawCard(GOOD)) / 10)
  expect(inspect(shaken)).toEqual(['blurred'])
})

test('a picture taken in the dark is called dark, not blurred', () => {
  expect(inspect(darken(drawCard(GOOD), 0.25))).toEqual(['dark'])
})

test('a mirrored lamp is called glare, and a white backdrop behind a face is not', () => {
  const shining = shine(drawCard(GOOD), { left: 250, top: 150, right: 380, bottom: 260 })
  expect(measureGlare(shining)).toBeGreaterThan(0.02)
  expect(inspect(shining)).toEqual(['glare'])
  expect(inspectPhoto(drawCard(GOOD, { ground: 255 }), 'portrait', 1200, 480)).toEqual([])
})

test('a card that runs out of the picture on two sides is called cut', () => {
  expect(inspect(drawCard({ left: 60, top: 70, right: 640, bottom: 480 }))).toEqual(['cut'])
  expect(inspect(drawCard({ left: 0, top: 0, right: 640, bottom: 400 }))).toEqual(['cut'])
})

test('a hand at one side is no cut', () => {
  expect(inspect(drawCard({ left: 0, top: 70, right: 580, bottom: 410 }))).toEqual([])
})

test('a card lost in the picture is called far', () => {
  expect(inspect(drawCard({ left: 250, top: 180, right: 420, bottom: 290 }))).toContain('far')
})

test('a tiny picture is called too small, whatever it shows', () => {
  expect(inspect(drawCard(GOOD), 300)).toEqual(['too-small'])
})

test('a portrait may be softer than a card', () => {
  const soft = blur(drawCard(GOOD), 1)
  expect(inspectPhoto(soft, 'portrait', 1200, 480)).toEqual([])
})
