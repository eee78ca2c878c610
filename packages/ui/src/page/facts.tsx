import type { ReactNode } from 'react'

export type Fact = { readonly label: string; readonly value: ReactNode; readonly action?: ReactNode }

/** Names and values, one below the other on a phone. A fact without value is left out. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }): ReactNode => (
  <dl className="facts">
    {facts.map((fact) =>
      fact.value === null || fact.value === undefined || fact.value === '' ? null : (
        <div className="fact" key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
          {fact.action === undefined ? null : <dd className="fact-action">{fact.action}</dd>}
        </div>
      ),
    )}
  </dl>
)
