/** Asked for by the first of its parts that is on the screen. */
export const loadFormExtras = () => import('./formExtras');
