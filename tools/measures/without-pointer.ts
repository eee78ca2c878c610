import type { Locator, Page } from '@playwright/test'

/** More stops of Tab than any screen has. */
const MOST_STOPS = 250
const LOCATORS = new Set<PropertyKey>(
  ['locator', 'getByRole', 'getByLabel', 'getByText', 'getByAltText', 'first', 'last', 'nth', 'filter', 'or', 'and'].map(String),
)
const POINTERS = new Set<PropertyKey>(['dblclick', 'hover', 'tap', 'dragTo', 'dragAndDrop', 'mouse', 'touchscreen', 'dispatchEvent'])

type Standing = 'here' | 'in its group' | 'listed' | 'elsewhere'

/** Where the focus stands as seen from an element. An option of an open list is reached by the field it belongs to. */
const standingOf = (locator: Locator): Promise<Standing> =>
  locator.evaluate((element) => {
    const active = document.activeElement
    const target = element instanceof HTMLLabelElement && element.control !== null ? element.control : element
    if (active === target) return 'here'
    if (element.getAttribute('role') === 'option') return active?.getAttribute('role') === 'combobox' ? 'listed' : 'elsewhere'
    const isSameGroup =
      target instanceof HTMLInputElement &&
      active instanceof HTMLInputElement &&
      target.type === 'radio' &&
      active.type === 'radio' &&
      target.name === active.name
    return isSameGroup ? 'in its group' : 'elsewhere'
  })

/** Tab, Tab, Tab: until the focus is on the element, or in its group. @throws Error when no Tab leads there */
async function reach(page: Page, locator: Locator): Promise<Standing> {
  await locator.waitFor({ state: 'attached' })
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const standing = await standingOf(locator)
    if (standing !== 'elsewhere') return standing
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${String(locator)}`)
}

async function moveTo(page: Page, locator: Locator, key: string, arrived: () => Promise<boolean>): Promise<void> {
  for (let step = 0; step < MOST_STOPS; step += 1) {
    if (await arrived()) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${String(locator)}`)
}

const isActiveOption = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => document.activeElement?.getAttribute('aria-activedescendant') === element.id && element.id !== '')

async function press(page: Page, locator: Locator): Promise<void> {
  const standing = await reach(page, locator)
  if (standing === 'listed') await moveTo(page, locator, 'ArrowDown', () => isActiveOption(locator))
  await page.keyboard.press('Enter')
}

async function tick(page: Page, locator: Locator): Promise<void> {
  const standing = await reach(page, locator)
  if (standing === 'in its group') await moveTo(page, locator, 'ArrowDown', () => locator.isChecked())
  else if (!(await locator.isChecked())) await page.keyboard.press('Space')
}

async function write(page: Page, locator: Locator, text: string): Promise<void> {
  await reach(page, locator)
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await page.keyboard.type(text)
}

async function choose(page: Page, locator: Locator, option: { index: number }): Promise<void> {
  await reach(page, locator)
  const isChosen = (): Promise<boolean> =>
    locator.evaluate((element, index) => (element as HTMLSelectElement).selectedIndex === index, option.index)
  await moveTo(page, locator, 'ArrowDown', isChosen)
}

const CHOOSER_MS = 5000

/** The file dialog is the system's own; a key opens it. A picture that is just being looked at may swallow the first one: pressed again. */
async function chooseFile(page: Page, locator: Locator, path: string): Promise<void> {
  for (const key of ['Enter', 'Space', 'Enter', 'Space']) {
    await reach(page, locator)
    const opened = page.waitForEvent('filechooser', { timeout: CHOOSER_MS }).catch(() => null)
    await page.keyboard.press(key)
    const chooser = await opened
    if (chooser !== null) return chooser.setFiles(path)
  }
  throw new Error(`no key opens the file dialog of ${String(locator)}`)
}

const raw = new WeakMap<object, Locator>()
const unwrap = (value: unknown): unknown => (typeof value === 'object' && value !== null ? (raw.get(value) ?? value) : value)

function wrapLocator(page: Page, locator: Locator): Locator {
  const keys: Record<string, (...given: never[]) => Promise<void>> = {
    click: () => press(page, locator),
    check: () => tick(page, locator),
    fill: (text: string) => write(page, locator, text),
    selectOption: (option: { index: number }) => choose(page, locator, option),
    setInputFiles: (path: string) => chooseFile(page, locator, path),
  }
  const wrapped = new Proxy(locator, { get: (target, name) => keys[String(name)] ?? readThrough(page, target, name) })
  raw.set(wrapped, locator)
  return wrapped
}

function readThrough(page: Page, target: Page | Locator, name: PropertyKey): unknown {
  if (POINTERS.has(name)) throw new Error(`${String(name)} needs a pointer`)
  const value: unknown = Reflect.get(target, name, target)
  if (typeof value !== 'function') return value
  if (!LOCATORS.has(name)) return value.bind(target)
  return (...given: unknown[]) => wrapLocator(page, value.apply(target, given.map(unwrap)) as Locator)
}

/** The page for somebody without a pointer: what a walker clicks, ticks, fills and chooses is reached by Tab and done by keys alone. */
export const withoutPointer = (page: Page): Page => new Proxy(page, { get: (target, name) => readThrough(target, target, name) })
