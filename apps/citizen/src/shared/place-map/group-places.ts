type Pixel = { readonly x: number; readonly y: number }

/** Places whose marks would lie on each other become one mark: each joins the first group whose first place is nearer than `gapPx`. */
export const groupPlaces = <Place>(places: readonly Place[], toPixel: (place: Place) => Pixel, gapPx: number): (readonly Place[])[] => {
  const groups: { readonly at: Pixel; readonly members: Place[] }[] = []
  for (const place of places) {
    const at = toPixel(place)
    const near = groups.find((group) => Math.hypot(group.at.x - at.x, group.at.y - at.y) < gapPx)
    if (near === undefined) groups.push({ at, members: [place] })
    else near.members.push(place)
  }
  return groups.map(({ members }) => members)
}
