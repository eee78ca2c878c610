type FaceFinder = { readonly detect: (source: CanvasImageSource) => Promise<readonly unknown[]> }
type FaceFinderClass = new (options: { readonly fastMode: boolean; readonly maxDetectedFaces: number }) => FaceFinder

/** How many faces the browser sees, as a hint word; null where it cannot look, and then the server does. */
export const countFaces = async (source: CanvasImageSource): Promise<'one' | 'none' | 'several' | null> => {
  const Finder = (globalThis as { readonly FaceDetector?: FaceFinderClass }).FaceDetector
  if (Finder === undefined) return null
  try {
    const { length } = await new Finder({ fastMode: true, maxDetectedFaces: 3 }).detect(source)
    return length === 0 ? 'none' : length === 1 ? 'one' : 'several'
  } catch {
    return null
  }
}
