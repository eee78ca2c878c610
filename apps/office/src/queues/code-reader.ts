/** The browser's own reader of codes; not in the type library because not every browser has it. */
export type CodeReader = { readonly detect: (source: CanvasImageSource) => Promise<readonly { readonly rawValue: string }[]> }

type CodeReaderClass = {
  new (options: { readonly formats: readonly string[] }): CodeReader
  readonly getSupportedFormats: () => Promise<readonly string[]>
}

/** Null where the browser brings none. A reader of our own would be WebAssembly, which the pages' policy does not let run. */
export const findCodeReader = async (): Promise<CodeReader | null> => {
  const Reader = (globalThis as { readonly BarcodeDetector?: CodeReaderClass }).BarcodeDetector
  if (Reader === undefined) return null
  try {
    return (await Reader.getSupportedFormats()).includes('qr_code') ? new Reader({ formats: ['qr_code'] }) : null
  } catch {
    return null
  }
}
