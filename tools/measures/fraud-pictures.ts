import sharp from 'sharp'

import { drawing } from './spoil-facts.ts'

/** Grey pixels, row by row. */
type Canvas = { width: number; height: number; pixels: Uint8Array }

const open = (width: number, height: number, light: number): Canvas => ({
  width,
  height,
  pixels: new Uint8Array(width * height).fill(light),
})

type Box = readonly [left: number, top: number, wide: number, high: number]

const each = (
  { width, height, pixels }: Canvas,
  [left, top, wide, high]: Box,
  light: number,
  inside: (x: number, y: number) => boolean,
): void => {
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, top + high); y += 1)
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, left + wide); x += 1) if (inside(x, y)) pixels[y * width + x] = light
}
const box = (canvas: Canvas, where: Box, light: number): void => each(canvas, where, light, () => true)
const oval = (canvas: Canvas, [x, y, rx, ry]: readonly [number, number, number, number], light: number): void =>
  each(canvas, [x - rx, y - ry, rx * 2, ry * 2], light, (px, py) => ((px - x) / rx) ** 2 + ((py - y) / ry) ** 2 <= 1)

/** A head before a wall. `face`: whose head (twins have one); `shot`: the wall, the light and where the head stands, of one photo alone. */
const paintHead = (canvas: Canvas, frame: { x: number; y: number; wide: number; high: number }, face: number, shot: number): void => {
  const [of, on] = [drawing(face + 1), drawing(shot + 7)]
  const { x, y, wide, high } = frame
  const wall = 150 + on.below(90)
  box(canvas, [x, y, wide, high], wall)
  for (let things = 0; things < 3 + on.below(4); things += 1)
    box(
      canvas,
      [x + on.below(wide), y + on.below(high), Math.min(10 + on.below(wide / 2), wide / 2), 10 + on.below(high / 2)],
      90 + on.below(140),
    )
  const [middle, top] = [x + wide * (0.42 + on.below(16) / 100), y + high * (0.36 + on.below(12) / 100)]
  const size = wide * (0.19 + on.below(7) / 100)
  const [skin, hair, cloth] = [150 + of.below(60), 20 + of.below(60), 30 + of.below(190)]
  oval(canvas, [middle, top + size * 3.1, size * (1.9 + of.below(8) / 10), size * 1.7], cloth)
  oval(canvas, [middle, top, size * 1.12, size * (1.3 + of.below(30) / 100)], hair)
  oval(canvas, [middle, top + size * 0.22, size * (0.85 + of.below(15) / 100), size * 1.18], skin)
  for (const side of [-1, 1]) oval(canvas, [middle + side * size * 0.4, top + size * 0.1, size * 0.14, size * 0.08], 40)
  box(canvas, [middle - size * 0.3, top + size * 0.85, size * 0.6, size * 0.08], 100)
  // The frame's edge cuts off what stood over it.
}

const noise = ({ pixels }: Canvas, seed: number): void => {
  const draw = drawing(seed)
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = Math.min(255, Math.max(0, (pixels[at] ?? 0) + draw.below(9) - 4))
}

/** How a picture is written anew by a phone or a messenger: size, light, quality; 0 is the first writing. */
const write = ({ width, height, pixels }: Canvas, times: number): Promise<Buffer> => {
  const picture = sharp(pixels, { raw: { width, height, channels: 1 } })
  if (times === 0) return picture.jpeg({ quality: 86 }).toBuffer()
  const draw = drawing(times * 31)
  return picture
    .resize({ width: Math.round(width * (0.6 + draw.below(80) / 100)) })
    .linear(0.94 + draw.below(12) / 100, draw.below(9) - 4)
    .jpeg({ quality: 50 + draw.below(40) })
    .toBuffer()
}

export type Shot = { face: number; shot: number; written: number }

export async function drawPortrait({ face, shot, written }: Shot): Promise<Buffer> {
  const canvas = open(240, 320, 200)
  paintHead(canvas, { x: 0, y: 0, wide: 240, high: 320 }, face, shot)
  noise(canvas, shot * 13 + 5)
  return write(canvas, written)
}

/** A line of print: strokes that follow the text. */
const print = (canvas: Canvas, text: string, left: number, top: number, size: number): void => {
  Array.from(text).forEach((sign, at) => {
    const code = sign.codePointAt(0) ?? 0
    if (sign === ' ') return
    const x = left + at * size * 0.6
    box(canvas, [x, top + ((code * 7) % 3), size * 0.16, size * 0.8], 40)
    box(canvas, [x + size * 0.2, top + (((code * 5) % 8) * size) / 12, size * 0.25, size * 0.15], 40)
    if (code % 2 === 0) box(canvas, [x + size * 0.32, top + size * 0.1, size * 0.12, size * 0.7], 60)
  })
}

export type CardPrint = { number: string; name: string; bornOn: string; address: string }

/** A card of one layout, flat as from a scanner (`shot` even) or lying on some table, nearer or farther. No State's card. */
export async function drawCard(text: CardPrint, { face, shot, written }: Shot): Promise<Buffer> {
  const draw = drawing(shot + 3)
  const flat = shot % 2 === 0
  const canvas = open(480, 303, flat ? 214 : 60 + draw.below(150))
  const scale = flat ? 1 : 0.82 + draw.below(14) / 100
  const [x, y] = flat ? [0, 0] : [draw.below(Math.floor(480 * (1 - scale))), draw.below(Math.floor(303 * (1 - scale)))]
  const at = (left: number, top: number): [number, number] => [x + left * scale, y + top * scale]
  box(canvas, [...at(8, 8), 464 * scale, 287 * scale], 238)
  print(canvas, 'THE MAU KHONG CO GIA TRI', ...at(130, 24), 18 * scale)
  const [left, top] = at(24, 84)
  paintHead(canvas, { x: Math.round(left), y: Math.round(top), wide: Math.round(96 * scale), high: Math.round(128 * scale) }, face, shot)
  print(canvas, text.number, ...at(140, 84), 20 * scale)
  for (const [row, line] of [text.name, text.bornOn, 'Viet Nam', text.address.slice(0, 34)].entries())
    print(canvas, line, ...at(140, 116 + row * 30), 15 * scale)
  const code = drawing(Number(text.number.slice(-7)))
  for (let cell = 0; cell < 400; cell += 1)
    if (code.below(2) === 0) box(canvas, [...at(392 + (cell % 20) * 3.5, 50 + Math.floor(cell / 20) * 3.5), 3.5 * scale, 3.5 * scale], 30)
  noise(canvas, shot * 17 + 11)
  return write(canvas, written)
}
