import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as FaceApiModule from '@vladmandic/face-api'
import sharp from 'sharp'

/** Runs in a documents thread only (CPU, ~0.2–0.4 s). A hint for the clerk, never a decision. */
export type FaceHint = 'one' | 'none' | 'several' | 'not-checked'

const INPUT_PX = 320
const SCORE = 0.6

type FaceApi = typeof FaceApiModule
/** What the detector takes, as TensorFlow.js holds it. */
type Picture = Parameters<FaceApi['tinyFaceDetector']>[0] & { dispose: () => void }
let loading: Promise<FaceApi> | undefined

const load = async (): Promise<FaceApi> => {
  // The bundled TensorFlow.js knows browsers and its own native Node build; here it computes in plain JavaScript,
  // so it is shown just enough of a browser to choose that path. Thread-local: no other code sees these globals.
  Object.assign(globalThis, { window: { document: {} }, document: {} })
  const require = createRequire(import.meta.url)
  const root = dirname(require.resolve('@vladmandic/face-api/package.json'))
  const faceApi = (await import(join(root, 'dist/face-api.esm.js'))) as FaceApi
  class Element {
    readonly width = 0
  }
  faceApi.env.setEnv({
    readFile,
    fetch,
    Canvas: Element,
    CanvasRenderingContext2D: Element,
    Image: Element,
    ImageData: Element,
    Video: Element,
    createCanvasElement: () => new Element(),
    createImageElement: () => new Element(),
    createVideoElement: () => new Element(),
  } as unknown as Parameters<FaceApi['env']['setEnv']>[0])
  const tensorflow = faceApi.tf as unknown as {
    enableProdMode: () => void
    setBackend: (name: string) => Promise<boolean>
    ready: () => Promise<void>
  }
  // Without it a banner about its native build goes to the log.
  tensorflow.enableProdMode()
  await tensorflow.setBackend('cpu')
  await tensorflow.ready()
  await faceApi.nets.tinyFaceDetector.loadFromDisk(join(root, 'model'))
  return faceApi
}

/** How many faces a decoded picture shows: JPEG/PNG/WebP bytes in, hint out; anything going wrong is `not-checked`. */
export async function detectFaces(picture: Uint8Array): Promise<FaceHint> {
  try {
    loading ??= load()
    const faceApi = await loading
    const { data, info } = await sharp(picture)
      .resize(INPUT_PX, INPUT_PX, { fit: 'inside' })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const tensorflow = faceApi.tf as unknown as { tensor3d: (values: Uint8Array, shape: number[], type: string) => Picture }
    const tensor = tensorflow.tensor3d(new Uint8Array(data), [info.height, info.width, 3], 'int32')
    const faces = await faceApi.tinyFaceDetector(
      tensor,
      new faceApi.TinyFaceDetectorOptions({ inputSize: INPUT_PX, scoreThreshold: SCORE }),
    )
    tensor.dispose()
    return faces.length === 0 ? 'none' : faces.length === 1 ? 'one' : 'several'
  } catch {
    return 'not-checked'
  }
}
