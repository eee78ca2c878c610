import { describe, expect, it } from 'vitest'
import { layOutGraph } from './lay-out-graph.ts'

describe('the picture of what hangs together', () => {
  it('has the case on the left, what is shared in the middle and the others on the right, none upon another', () => {
    const others = ['b', 'c', 'd'].map((id) => ({ id, kind: 'other' as const, label: id }))
    const { nodes, lines, height } = layOutGraph({
      nodes: [{ id: 'a', kind: 'applicant', label: 'a' }, ...others, { id: 'p', kind: 'phone', label: '' }],
      edges: [
        { from: 'a', to: 'p' },
        { from: 'b', to: 'p' },
        { from: 'gone', to: 'p' },
      ],
    })
    const x = (id: string): number => nodes.find((node) => node.id === id)?.x ?? 0
    expect(x('a')).toBeLessThan(x('p'))
    expect(x('p')).toBeLessThan(x('b'))
    expect(new Set(nodes.map((node) => `${node.x}/${node.y}`)).size).toBe(5)
    expect(nodes.every(({ y }) => y >= 0 && y <= height)).toBe(true)
    expect(lines).toHaveLength(2)
  })
})
