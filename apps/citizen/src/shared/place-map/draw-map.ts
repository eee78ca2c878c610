import 'leaflet/dist/leaflet.css'
import type { GeoPoint } from '@an-sinh/domain'
import { control, divIcon, GridLayer, latLngBounds, type LatLngTuple, layerGroup, map as makeMap, marker, tileLayer } from 'leaflet'
import { groupPlaces } from './group-places.ts'
import type { MapPlace, MapTiles } from './map-place.ts'

/** A finger's width, and the least distance between two marks. */
const MARK_PX = 48
const SQUARE_PX = 64
const VIET_NAM: LatLngTuple = [16, 106.5]
const [FAR, NEAR, NEAREST] = [5, 14, 17]
/** The buttons to zoom stand in the upper left corner. */
const CLEAR_OF_CONTROLS: [number, number] = [MARK_PX * 2, MARK_PX]
const PADDING: [number, number] = [MARK_PX, MARK_PX]

export type MapWords = {
  readonly zoomIn: string
  readonly zoomOut: string
  readonly here: string
  readonly nameOf: (group: readonly MapPlace[]) => string
}
type Shown = { readonly places: readonly MapPlace[]; readonly here: GeoPoint | null; readonly tiles: MapTiles | null }
export type DrawnMap = { readonly show: (shown: Shown) => void; readonly remove: () => void }

/** Empty squares that move and grow with the map: what it stands on where there are no pictures, or until they come. */
class PlainGrid extends GridLayer {
  protected override createTile(): HTMLElement {
    const square = document.createElement('div')
    square.className = 'map-square'
    return square
  }
}

const toTuple = ({ latitude, longitude }: GeoPoint): LatLngTuple => [latitude, longitude]

const makeMark = (group: readonly MapPlace[], name: string, onChoose: () => void): ReturnType<typeof marker> | null => {
  const [first] = group
  if (first === undefined) return null
  const face = document.createElement('span')
  face.className = group.every(({ approximate }) => approximate) ? 'map-face map-face-near' : 'map-face'
  face.textContent = group.length === 1 ? String(first.number) : `${group.length}×`
  const icon = divIcon({ html: face, className: 'map-mark', iconSize: [MARK_PX, MARK_PX] })
  const mark = marker(toTuple(first.point), { icon, title: name, riseOnHover: true })
  mark.on('click', onChoose)
  mark.on('add', () => {
    const element = mark.getElement()
    element?.setAttribute('aria-label', name)
    element?.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      event.stopPropagation()
      onChoose()
    })
  })
  return mark
}

/** A map in the element: marks that a keyboard reaches, squares or pictures under them. Styles are set through the DOM, as the page's policy wants it. */
export const drawMap = (element: HTMLElement, words: MapWords, onChoose: (group: readonly MapPlace[]) => void): DrawnMap => {
  const calm = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = makeMap(element, {
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false,
    minZoom: FAR,
    maxZoom: NEAREST,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    markerZoomAnimation: !calm,
  }).setView(VIET_NAM, FAR)
  control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
  control.scale({ imperial: false }).addTo(map)
  new PlainGrid({ tileSize: SQUARE_PX }).addTo(map)
  const marks = layerGroup().addTo(map)
  const pictures = layerGroup().addTo(map)
  let shown: Shown = { places: [], here: null, tiles: null }

  const drawMarks = (): void => {
    marks.clearLayers()
    for (const group of groupPlaces(shown.places, ({ point }) => map.latLngToLayerPoint(toTuple(point)), MARK_PX * 0.8))
      makeMark(group, words.nameOf(group), () => onChoose(group))?.addTo(marks)
    if (shown.here === null) return
    const icon = divIcon({ html: '', className: 'map-here', iconSize: [20, 20] })
    marker(toTuple(shown.here), { icon, title: words.here, keyboard: false, interactive: false }).addTo(marks)
  }
  map.on('zoomend', drawMarks)

  return {
    show: (next) => {
      if (next.tiles?.url !== shown.tiles?.url) {
        pictures.clearLayers()
        if (next.tiles !== null) tileLayer(next.tiles.url, { maxZoom: NEAREST, attribution: '' }).addTo(pictures)
      }
      const moved = next.places !== shown.places || next.here !== shown.here
      shown = next
      map.invalidateSize({ animate: false })
      const points = [...next.places.map(({ point }) => point), ...(next.here === null ? [] : [next.here])].map(toTuple)
      if (moved && points.length > 0)
        map.fitBounds(latLngBounds(points), {
          paddingTopLeft: CLEAR_OF_CONTROLS,
          paddingBottomRight: PADDING,
          maxZoom: NEAR,
          animate: false,
        })
      drawMarks()
    },
    remove: () => void map.remove(),
  }
}
