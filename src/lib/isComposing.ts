/**
 * Whether a key belongs to an input method that puts together a character. Safari tells the key that ends a composition
 * after its end, with the code 229 that stands for “for the input method” (W3C UI Events, 7.3.1).
 */
export const isComposing = ({
  isComposing,
  keyCode,
}: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean => isComposing || keyCode === 229;
