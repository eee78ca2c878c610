import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'

export type PdfTemplate =
  | 'form-01'
  | 'forms-01'
  | 'receipt'
  | 'receipts'
  | 'case-list'
  | 'statement'
  | 'wallet-card'
  | 'batch-sheet'
  | 'employer-sheet'
  | 'employer-letter'
/** `data`: the template's facts as JSON; user text travels in it and nowhere else. */
export type PdfTask = { template: PdfTemplate; data: string }
/** `bytes`: how much memory the process takes by now. */
export type DrawAnswer = { pdf: Uint8Array; bytes: number } | { pdf: null; error: string; bytes: number }

const WEIGHTS = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']
/** Compilations after which a cached result that nobody asked for goes. */
const KEPT_COMPILATIONS = 5

let compiler: NodeCompiler | undefined

/** Whole fonts: subsets of other packages lack the stacked Vietnamese marks. */
const loadFonts = (): Buffer[] => {
  const root = join(createRequire(import.meta.url).resolve('@expo-google-fonts/be-vietnam-pro/package.json'), '..')
  return WEIGHTS.map((weight) => readFileSync(join(root, weight, `BeVietnamPro_${weight}.ttf`)))
}

/** A tagged, accessible PDF (PDF/UA-1). The compiler is made once per process. */
function renderTemplate({ template, data }: PdfTask): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: loadFonts() }] })
  try {
    return compiler.pdf({ mainFilePath: join(import.meta.dirname, `${template}.typ`), inputs: { data } }, { pdfStandard: PdfStandard.UA_1 })
  } finally {
    // A pile of forms is never asked for again, and takes a megabyte a page while it is kept.
    compiler.evictCache(template === 'forms-01' ? 0 : KEPT_COMPILATIONS)
  }
}

const draw = (task: PdfTask): DrawAnswer => {
  try {
    return { pdf: renderTemplate(task), bytes: process.memoryUsage.rss() }
  } catch (error) {
    return { pdf: null, error: error instanceof Error ? error.message : String(error), bytes: process.memoryUsage.rss() }
  }
}

// This file is a program of its own: a task comes, its answer goes. It ends with whoever started it.
process.on('message', (task: PdfTask) => void process.send?.(draw(task)))
process.on('disconnect', () => process.exit())
