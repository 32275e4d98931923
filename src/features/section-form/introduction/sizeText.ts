const number = new Intl.NumberFormat('en');

/** “1 character”, “12,345 characters”. @param length in UTF-16 units, which is what a text area counts */
export const sizeText = (length: number) =>
  `${number.format(length)} ${length === 1 ? 'character' : 'characters'}`;
