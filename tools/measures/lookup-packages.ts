export const PACKAGE_BYTES = 200_000

/** The size of each province's package as it is sent uncompressed; the largest one. */
export async function measurePackages(citizenUrl: string, provinces: readonly string[]): Promise<{ largest: number; of: string }> {
  let [largest, of] = [0, '']
  for (const code of provinces) {
    const { byteLength } = await (await fetch(`${citizenUrl}/api/lookup-packages/${code}`)).arrayBuffer()
    if (byteLength > largest) [largest, of] = [byteLength, code]
  }
  return { largest, of }
}
