/** How a photo is looked at: 1 = fitted to its place; a turn is a quarter to the right. */
export type PhotoView = { readonly zoom: number; readonly turns: number }

export const PLAIN_VIEW: PhotoView = { zoom: 1, turns: 0 }

const ZOOM_STEP = 1.5
const ZOOM_MAX = 8

export const zoomIn = (view: PhotoView): PhotoView => ({ ...view, zoom: Math.min(ZOOM_MAX, view.zoom * ZOOM_STEP) })
export const zoomOut = (view: PhotoView): PhotoView => ({ ...view, zoom: Math.max(1, view.zoom / ZOOM_STEP) })
export const turn = (view: PhotoView): PhotoView => ({ ...view, turns: (view.turns + 1) % 4 })

/**
 * Style of the picture in its frame: a picture lying on its side takes the frame's height for its width, so that it fits again. In units of
 * the frame (`cqw`, `cqh`), which is a size container.
 */
export const placeOf = ({ zoom, turns }: PhotoView): { width: string; height: string; transform: string } => {
  const isOnItsSide = turns % 2 === 1
  return {
    width: `${zoom * 100}${isOnItsSide ? 'cqh' : 'cqw'}`,
    height: `${zoom * 100}${isOnItsSide ? 'cqw' : 'cqh'}`,
    transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
  }
}
