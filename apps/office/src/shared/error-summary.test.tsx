import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test } from 'vitest'

import { ErrorSummary, type FieldError } from '@an-sinh/ui'

const NAME: FieldError = { field: 'name', sentence: 'Ghi họ và tên.' }
const PHONE: FieldError = { field: 'phone', sentence: 'Ghi số điện thoại.' }

/** The form's boxes stand beside the summary, as on a page. */
const show = (errors: readonly FieldError[], attempt: number) => (
  <>
    <ErrorSummary title="Cần sửa" errors={errors} attempt={attempt} />
    <input id="box" />
  </>
)

let root: ReturnType<typeof createRoot>
const draw = (errors: readonly FieldError[], attempt: number): void => act(() => root.render(show(errors, attempt)))
const box = (): HTMLElement => document.querySelector<HTMLElement>('#box') ?? document.body
const isAtSummary = (): boolean => document.activeElement?.getAttribute('role') === 'alert'

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  document.body.innerHTML = '<div id="root"></div>'
  root = createRoot(document.querySelector('#root') ?? document.body)
})

test('the summary takes the focus when it appears, also from the field where Enter was pressed', () => {
  draw([], 0)
  box().focus()
  draw([NAME, PHONE], 1)
  expect(isAtSummary()).toBe(true)
})

test('an error that goes while somebody answers leaves the cursor in the field', () => {
  draw([NAME, PHONE], 1)
  box().focus()
  draw([PHONE], 1)
  expect(document.activeElement).toBe(box())
})

test('pressed once more the same errors take the focus once more', () => {
  draw([PHONE], 1)
  box().focus()
  draw([PHONE], 2)
  expect(isAtSummary()).toBe(true)
})
