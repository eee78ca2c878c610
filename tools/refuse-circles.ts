import type { Plugin } from 'vite'

/**
 * Refuses a build in which files need each other in a circle: pieces that were put together by size can, and a screen then fails before its
 * first line in a browser, and nowhere else.
 * @throws Error naming the circle
 */
export const refuseCircles = (): Plugin => ({
  name: 'refuse-circles',
  generateBundle(_options, bundle) {
    const importsOf = (file: string): readonly string[] => {
      const chunk = bundle[file]
      return chunk?.type === 'chunk' ? chunk.imports : []
    }
    const settled = new Set<string>()
    const visit = (file: string, above: readonly string[]): void => {
      if (above.includes(file)) throw new Error(`files that need each other: ${[...above.slice(above.indexOf(file)), file].join(' → ')}`)
      if (settled.has(file)) return
      for (const next of importsOf(file)) visit(next, [...above, file])
      settled.add(file)
    }
    for (const file of Object.keys(bundle)) visit(file, [])
  },
})
