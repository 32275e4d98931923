import { announce, type CourseStore, type UndoWish } from './courseStore';

/** Says why what was just pressed does nothing; the way back from the last change stays. */
export function answer(store: CourseStore, text: string): void {
  const hasUndo = store.state.getSnapshot().status.hasUndo === true;
  announce(store, text, { isAnswer: true, hasUndo });
}

/** @param said what was just said of the last change: it stays */
export function sayNothingTo(store: CourseStore, wish: UndoWish, said = ''): void {
  const words = `There is nothing to ${wish}`;
  if (!said.endsWith(words)) answer(store, said === '' ? words : `${said}. ${words}`);
}
