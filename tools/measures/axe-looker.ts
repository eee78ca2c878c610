import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const SIZES = [
  { width: 1280, height: 800 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 },
] as const
const SCHEMES = ['dark', 'light'] as const

export type Finding = { screen: string; width: number; scheme: string; rule: string; target: string; why: string }
export type AxeLooker = {
  look: (page: Page, screen: string) => Promise<void>
  violations: Finding[]
  /** What axe could not decide by itself: for a person to look at. */
  incomplete: Finding[]
  screens: Set<string>
}

type AxeResult = { id: string; nodes: { target: unknown; failureSummary?: string; any: { message: string }[] }[] }

const toFindings = (results: readonly AxeResult[], where: { screen: string; width: number; scheme: string }): Finding[] =>
  results.flatMap(({ id, nodes }) =>
    nodes.map((node) => ({
      ...where,
      rule: id,
      target: JSON.stringify(node.target),
      why: (node.failureSummary ?? node.any[0]?.message ?? '').replaceAll('\n', ' '),
    })),
  )

const describe = ({ screen, width, scheme, rule, target, why }: Finding): string =>
  `${screen}, ${width} px, ${scheme}: ${rule} ${target} ${why}`

/** Looks at a screen as it stands with axe-core, wide, middle and narrow, dark and light; the last size and scheme stay. What it finds is told at once. */
export function makeAxeLooker(tell: (line: string) => void): AxeLooker {
  const looker: AxeLooker = { look: async () => undefined, violations: [], incomplete: [], screens: new Set() }
  looker.look = async (page, screen) => {
    looker.screens.add(screen)
    for (const size of SIZES) {
      await page.setViewportSize(size)
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const { violations, incomplete } = await new AxeBuilder({ page })
          .withTags(TAGS)
          .options({ rules: { 'target-size': { enabled: true } } })
          // No page of ours has a frame; the other mode opens a page of its own for each look.
          .setLegacyMode(true)
          .analyze()
        const where = { screen, width: size.width, scheme: colorScheme }
        const found = toFindings(violations, where)
        const undecided = toFindings(incomplete, where)
        for (const one of found) tell(describe(one))
        for (const one of undecided) tell(`incomplete: ${describe(one)}`)
        looker.violations.push(...found)
        looker.incomplete.push(...undecided)
      }
    }
  }
  return looker
}
