import type { Staff } from '@an-sinh/contract'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test } from 'vitest'
import { makeCase } from '../shared/case-fixture.ts'
import { RoleContext } from '../shared/only-reads.tsx'
import { CaseView } from './case-view.tsx'

const nothing = (): void => undefined
const show = (role: Staff['role']) => (
  <RoleContext value={role}>
    <CaseView
      shown={makeCase({ state: 'awaiting-visit' })}
      person={null}
      onChoosePerson={nothing}
      onBack={nothing}
      onNext={null}
      onCase={nothing}
      onReload={nothing}
      photos={null}
      commands={null}
      hints={null}
      decision={null}
    />
  </RoleContext>
)

let root: ReturnType<typeof createRoot>
const buttonsFor = (role: Staff['role']): string[] => {
  act(() => root.render(show(role)))
  return [...document.querySelectorAll('button')].map((button) => button.textContent ?? '')
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  document.body.innerHTML = '<div id="root"></div>'
  root = createRoot(document.querySelector('#root') ?? document.body)
})

test('the province is offered nothing that the server would refuse', () => {
  const [clerk, province] = [buttonsFor('clerk'), buttonsFor('province')]
  expect(clerk.filter((text) => /Nhận|Gia hạn/u.test(text))).toHaveLength(2)
  expect(province.filter((text) => /Nhận|Gia hạn/u.test(text))).toStrictEqual([])
  expect(province).toHaveLength(clerk.length - 2)
})
