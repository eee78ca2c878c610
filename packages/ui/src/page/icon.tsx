const SHAPES = {
  check: 'M4 12.5l5 5L20 6.5',
  cross: 'M6 6l12 12M18 6L6 18',
  info: 'M12 11v6M12 7.2v.1M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18z',
  warn: 'M12 9.5v4.5M12 17v.1M12 3.5L2.5 20h19z',
  block: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM8 12h8',
  lock: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  clock: 'M12 7v5.5l3.5 2M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18z',
  undo: 'M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16',
  back: 'M14 5l-7 7 7 7',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  history: 'M4 12a8 8 0 1 0 3-6.2M4 4v4.5h4.5M12 8v4.5l3 1.5',
  zoomIn: 'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13zM15.5 15.5L21 21M10.5 8v5M8 10.5h5',
  zoomOut: 'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13zM15.5 15.5L21 21M8 10.5h5',
  rotate: 'M20 12a8 8 0 1 1-3-6.2M20 3.5V8h-4.5',
  card: 'M3 6h18v12H3zM3 10h18M6.5 14.5h4',
  letter: 'M3 6h18v12H3zM3.5 6.5L12 13l8.5-6.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0',
} as const

export type IconName = keyof typeof SHAPES

/** A small line drawing; always beside a word, never instead of it, so it is hidden from screen readers. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
    <path d={SHAPES[name]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
)
