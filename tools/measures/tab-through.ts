import type { Page } from '@playwright/test'

/** More stops of Tab than any screen has. */
const MOST_STOPS = 400

/** Marks what a pointer could press, and answers how many there are. Of a group of radios one is enough: arrows lead on. */
const markControls = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const groups = new Set<string>()
    let count = 0
    for (const element of document.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input:not(:disabled):not([type="hidden"]), select:not(:disabled), textarea:not(:disabled), summary, [role="tab"], [tabindex="0"]',
    )) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('[inert]') !== null || element.tabIndex < 0) continue
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        if (groups.has(element.name)) continue
        groups.add(element.name)
        element.dataset['walkGroup'] = element.name
      }
      element.dataset['walk'] = String((count += 1))
    }
    return count
  })

type Stood = { walk: string | null; group: string | null; at: string; shown: boolean } | null

/** Where the focus stands, and whether a ring, an edge or a shadow shows it. */
const standing = (page: Page): Promise<Stood> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const isRinged = (one: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    }
    const around = [element, element.closest('label'), element.parentElement].filter((one) => one !== null)
    const group = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : null
    const at = `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute('aria-label') || element.getAttribute('name') || '').trim().slice(0, 60)}"`
    return { walk: element.dataset['walk'] ?? null, group, at, shown: around.some(isRinged) }
  })

/** What Tab does not lead to, what does not show that it has the focus, and a place that keeps it. */
export async function listUnreached(page: Page): Promise<string[]> {
  const count = await markControls(page)
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined))
  const reached = new Set<string>()
  const groups = new Set<string>()
  const faults = new Set<string>()
  let last = ''
  let ends = 0
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    const now = await standing(page)
    // Where the focus stood is where Tab goes on: after the last control it comes to the first.
    if (now === null) {
      if ((ends += 1) > 2) break
      continue
    }
    if (now.walk !== null && now.walk === last) faults.add(`${now.at} keeps the focus`)
    if (now.walk !== null && reached.has(now.walk)) break
    if (now.walk !== null) reached.add(now.walk)
    if (now.group !== null) groups.add(now.group)
    if (!now.shown) faults.add(`${now.at} does not show the focus`)
    last = now.walk ?? ''
  }
  const missed = await page.evaluate(
    ({ reachedNow, groupsNow }) =>
      [...document.querySelectorAll<HTMLElement>('[data-walk]')]
        .filter(({ dataset }) => !reachedNow.includes(dataset['walk'] ?? '') && !groupsNow.includes(dataset['walkGroup'] ?? ''))
        .map(
          (one) =>
            `Tab does not lead to ${one.tagName.toLowerCase()} "${(one.textContent || one.getAttribute('aria-label') || '').trim().slice(0, 60)}"`,
        ),
    { reachedNow: [...reached], groupsNow: [...groups] },
  )
  return count === 0 ? ['nothing to press on this screen'] : [...faults, ...missed]
}
