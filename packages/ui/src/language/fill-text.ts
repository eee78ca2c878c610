export type TextValues = Readonly<Record<string, string | number>>

/** Puts the values into the `{name}` places of a sentence; a place without a value stays visible, so that it is noticed. */
export const fillText = (sentence: string, values: TextValues = {}): string =>
  sentence.replace(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place))
