import { expect, test } from 'vitest'
import { fillText } from './fill-text.ts'

test('places are filled by name, and a place without a value stays visible', () => {
  expect(fillText('Còn {days} ngày, đến {dueOn}', { days: 3, dueOn: '30/11/2026' })).toBe('Còn 3 ngày, đến 30/11/2026')
  expect(fillText('Xin chào {name}')).toBe('Xin chào {name}')
})

test('a value that looks like a place is not filled a second time', () => {
  expect(fillText('{a} {b}', { a: '{b}', b: 'x' })).toBe('{b} x')
})
