import { describe, expect, it } from 'vitest'
import { PLAIN_VIEW, placeOf, turn, zoomIn, zoomOut } from './photo-view.ts'

describe('looking at a photo', () => {
  it('fits a picture lying on its side by swapping the frame’s sides', () => {
    expect(placeOf(PLAIN_VIEW)).toMatchObject({ width: '100cqw', height: '100cqh' })
    expect(placeOf(turn(PLAIN_VIEW))).toMatchObject({ width: '100cqh', height: '100cqw', transform: 'translate(-50%, -50%) rotate(90deg)' })
  })

  it('comes round after four turns', () => {
    expect(turn(turn(turn(turn(PLAIN_VIEW))))).toEqual(PLAIN_VIEW)
  })

  it('never gets smaller than its place nor larger than eight times', () => {
    expect(zoomOut(PLAIN_VIEW).zoom).toBe(1)
    expect(Array.from({ length: 20 }).reduce<typeof PLAIN_VIEW>((view) => zoomIn(view), PLAIN_VIEW).zoom).toBe(8)
  })
})
