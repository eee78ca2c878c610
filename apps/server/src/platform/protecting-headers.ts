/**
 * What every answer tells the browser (OWASP secure headers). A constant: a plug-in that made this list anew for each request cost a
 * twentieth of the hottest read. Pages load nothing from elsewhere (but see `citizenHeaders`) and no inline script or style.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join(';')

/** The office's pages may also speak with a chip reader on the clerk's own machine (docs/chip-reader.md), and with nobody else. */
const CHIP_READER = 'ws://127.0.0.1:43211'

export const PROTECTING_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
}

export const OFFICE_HEADERS: Readonly<Record<string, string>> = {
  ...PROTECTING_HEADERS,
  'content-security-policy': CONTENT_SECURITY_POLICY.replace("connect-src 'self'", `connect-src 'self' ${CHIP_READER}`),
}

/** The citizens' pages, which may also show the pictures of the one map source that was set (leaflet fetches them as images, nothing else). */
export const citizenHeaders = (mapTiles: { readonly url: string } | null): Readonly<Record<string, string>> =>
  mapTiles === null
    ? PROTECTING_HEADERS
    : {
        ...PROTECTING_HEADERS,
        'content-security-policy': CONTENT_SECURITY_POLICY.replace(
          "img-src 'self' blob: data:",
          `img-src 'self' blob: data: ${new URL(mapTiles.url).origin}`,
        ),
      }
