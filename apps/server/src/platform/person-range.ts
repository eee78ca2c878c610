/** People whose rows are written once more for other people: ids `fromId` to `toId`, each raised by `addId`. */
export type PersonRange = { fromId: number; toId: number; addId: number }
