import { createStore } from './store';

/** The path of the page that is being opened, else of the one that is open: what is on the screen comes after it. */
export const pathAhead = createStore('');
