/** How a photo is looked at: 1 = fitted to its place; a turn is a quarter to the right. */
export type PhotoView = { readonly zoom: number; readonly turns: number }

export const PLAIN_VIEW: PhotoView = { zoom: 1, turns: 0 }

const ZOOM_STEP = 1.5
const ZOOM_MAX = 8

export const zoomIn = (view: PhotoView): PhotoView => ({ ...view, zoom: Math.min(ZOOM_MAX, view.zoom * ZOOM_STEP) })
export const zoomOut = (view: PhotoView): PhotoView => ({ ...view, zoom: Math.max(1, view.zoom / ZOOM_STEP) })
export const turn = (view: PhotoView): PhotoView => ({ ...view, turns: (view.turns + 1) % 4 })

/** The size of the picture in its frame, in frame widths, so that a turned picture still fits and an enlarged one can be scrolled. */
export const transformOf = ({ turns }: PhotoView): string => (turns === 0 ? '' : `rotate(${turns * 90}deg)`)
