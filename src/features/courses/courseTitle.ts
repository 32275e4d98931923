import { isBlank, trimText } from '#/lib/text';

/** The title of a course that was read, or its number when a person would see none. */
export function courseTitle({ Id, Title }: { readonly Id: number; readonly Title: string | null }): string {
  return Title === null || isBlank(Title) ? `(untitled course ${Id})` : trimText(Title);
}

/** The same where nothing may have been read that says the title: `undefined`. `null` is what a record says. */
export function courseTitleIfKnown(Id: number, Title: string | null | undefined): string {
  return Title === undefined ? `Course ${Id}` : courseTitle({ Id, Title });
}

const plain = (text: string) => trimText(text).replaceAll(/\s+/g, ' ').normalize('NFC').toLowerCase();

/** Whether a text is the title of a course, case and blanks aside. */
export const isTitleOf = (course: Parameters<typeof courseTitle>[0], text: string): boolean =>
  plain(courseTitle(course)) === plain(text);
