import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

/** Runs in a documents thread only (CPU, ~0.2–0.4 s). A hint for the clerk, never a decision. */
export type FaceHint = 'one' | 'none' | 'several' | 'not-checked'

const INPUT_PX = 320
const SCORE = 0.6

type Picture = { dispose: () => void }
/** The part of the package used here. Its own types describe a browser's. */
type FaceApi = {
  env: { setEnv: (environment: object) => void }
  tf: {
    enableProdMode: () => void
    setBackend: (name: string) => Promise<boolean>
    ready: () => Promise<void>
    tensor3d: (values: Uint8Array, shape: number[], type: string) => Picture
  }
  nets: { tinyFaceDetector: { loadFromDisk: (folder: string) => Promise<void> } }
  tinyFaceDetector: (picture: Picture, options: object) => Promise<{ score: number }[]>
  TinyFaceDetectorOptions: new (options: { inputSize: number; scoreThreshold: number }) => object
}
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
  })
  // Without it a banner about its native build goes to the log.
  faceApi.tf.enableProdMode()
  await faceApi.tf.setBackend('cpu')
  await faceApi.tf.ready()
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
    const tensor = faceApi.tf.tensor3d(new Uint8Array(data), [info.height, info.width, 3], 'int32')
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
