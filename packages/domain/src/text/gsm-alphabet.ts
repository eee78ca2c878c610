/** GSM 7-bit default alphabet (3GPP TS 23.038 §6.2.1), one septet each. */
export const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

/** Extension table (3GPP TS 23.038 §6.2.1.1): an escape septet before each, so they count two. */
export const GSM_EXTENSION = '^{}\\[~]|€\f'
