/** The browser's own reader of bar codes; not in the type library because not every browser has it. */
export type BarcodeReader = { readonly detect: (source: CanvasImageSource) => Promise<readonly { readonly rawValue: string }[]> }

type BarcodeReaderClass = {
  new (options: { readonly formats: readonly string[] }): BarcodeReader
  readonly getSupportedFormats: () => Promise<readonly string[]>
}

/** A reader of QR codes where the browser brings one; null elsewhere, and then the server reads the photo. */
export const findBarcodeReader = async (): Promise<BarcodeReader | null> => {
  const Reader = (globalThis as { readonly BarcodeDetector?: BarcodeReaderClass }).BarcodeDetector
  if (Reader === undefined) return null
  try {
    return (await Reader.getSupportedFormats()).includes('qr_code') ? new Reader({ formats: ['qr_code'] }) : null
  } catch {
    // Present but without its service, as on some desktops.
    return null
  }
}
