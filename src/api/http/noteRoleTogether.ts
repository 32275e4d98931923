import { noteRole } from './roleRefusals';

/**
 * For calls that need one role and belong together, as those of one reading: one that is carried out outweighs those that
 * are refused, which the server may do for a record alone.
 */
export function noteRoleTogether(): { readonly note: typeof noteRole; readonly end: () => void } {
  let isGranted = false;
  let noteRefusal: (() => void) | null = null;
  return {
    note(role, isRefused, signIn) {
      if (isRefused) noteRefusal = () => noteRole(role, true, signIn);
      else {
        isGranted = true;
        noteRole(role, false, signIn);
      }
    },
    /** After the last of them. */
    end() {
      if (!isGranted) noteRefusal?.();
    },
  };
}
