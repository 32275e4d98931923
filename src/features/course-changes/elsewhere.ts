import type { Request } from './askedTypes';
import { announce, type CourseStore, courseStore, openElsewhere, setState } from './courseStore';
import { recoverLeft, request } from './dispatch';

/**
 * Asks another course for something. It is carried out, kept and taken back there, as if it had been asked for there; what
 * becomes of it is told here too.
 */
export function requestElsewhere(here: CourseStore, courseId: number, describe: string, what: Request): void {
  announce(here, '');
  const open = openElsewhere(here).filter((id) => id !== courseId);
  setState(here, { undoable: null, elsewhere: [...open, courseId] });
  const there = courseStore(here.client, here.account, courseId);
  // What was said there before is no answer to this.
  announce(there, '');
  recoverLeft(there);
  void request(there, describe, what);
}
