import type { ReactNode } from 'react'

/** A table that may be wider than the screen: it scrolls by itself, also by the keys. */
export const WideTable = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard (WCAG 2.1.1)
  <section className="table-wrap" aria-label={label} tabIndex={0}>
    {children}
  </section>
)
