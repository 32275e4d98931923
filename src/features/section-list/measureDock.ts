/** Tells the style sheet how much of the window the dock takes: nothing that is scrolled to lies under it. */
export const measureDock = (dock: HTMLElement): void =>
  document.documentElement.style.setProperty('--dock', `${dock.offsetHeight}px`);
