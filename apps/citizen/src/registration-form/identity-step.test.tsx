import 'fake-indexeddb/auto'
import { LanguageProvider } from '@an-sinh/ui'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeDraft } from '../shared/draft/draft.ts'
import { openDraft, readDraft } from '../shared/draft/draft-store.ts'
import { WithDraft } from '../shared/steps/with-draft.tsx'
import { IdentityStep } from './identity-step.tsx'

let place: HTMLElement
let root: Root

beforeEach(async () => {
  history.replaceState(null, '', '/dang-ky/thong-tin')
  openDraft(makeDraft(crypto.randomUUID(), Date.now()))
  place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  root.render(
    <LanguageProvider>
      <WithDraft>{(draft) => <IdentityStep draft={draft} />}</WithDraft>
    </LanguageProvider>,
  )
  await vi.waitUntil(() => place.querySelector('h1') !== null)
})

afterEach(() => {
  root.unmount()
  place.remove()
})

const box = (id: string): HTMLInputElement => {
  const found = place.querySelector<HTMLInputElement>(`#field-${id}`)
  if (found === null) throw new Error(`no field ${id}`)
  return found
}

/** As a browser does it: the value changes, then the event tells. */
const type = (id: string, text: string): void => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box(id), text)
  box(id).dispatchEvent(new Event('input', { bubbles: true }))
}

const submit = (): void => void place.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))

test('an empty form tells all its errors at once, each a link to its field', async () => {
  submit()
  await vi.waitFor(() => expect(place.querySelectorAll('.error-list a')).toHaveLength(4))
  const links = Array.from(place.querySelectorAll<HTMLAnchorElement>('.error-list a'))
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['#field-fullName', '#field-nationalId', '#field-birth', '#field-sex'])
  for (const link of links) expect(place.querySelector(link.getAttribute('href') ?? '')).not.toBeNull()
  expect(box('fullName').getAttribute('aria-describedby')).toBe('field-fullName-hint field-fullName-error')
})

test('what is typed stays exactly as typed, half-composed syllables too, and lands in the draft', async () => {
  for (const typed of ['Nguye', 'Nguyê', 'Nguyễ', 'Nguyễn ']) {
    type('fullName', typed)
    await vi.waitFor(() => {
      const state = readDraft()
      expect(state.status === 'ready' && state.draft.fields.fullName).toBe(typed)
    })
    expect(box('fullName').value).toBe(typed)
  }
})

test('a good answer leads to the next step', async () => {
  type('fullName', 'Nguyễn Thị Thử Nghiệm')
  type('nationalId', '099194000019')
  type('birth', '5')
  type('birth-month', '3')
  type('birth-year', '1994')
  place.querySelector<HTMLInputElement>('input[value=female]')?.click()
  await vi.waitFor(() => {
    const state = readDraft()
    expect(state.status === 'ready' && state.draft.fields).toMatchObject({ sex: 'female', birth: { day: '5', month: '3', year: '1994' } })
  })
  await vi.waitFor(() => {
    submit()
    expect(location.pathname).toBe('/dang-ky/du-lieu')
  })
})
