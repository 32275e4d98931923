import { isBlank, trimText } from '#/lib/text';

/** The title of a course that was read, or its number when a person would see none. */
export function courseTitle({ Id, Title }: { readonly Id: number; readonly Title: string | null }): string {
  return Title === null || isBlank(Title) ? `(untitled course ${Id})` : trimText(Title);
}

/** The same where the title may not be known: not read yet, or left out of another record. */
export function courseTitleIfKnown(Id: number, Title: string | null | undefined): string {
  return Title === null || Title === undefined ? `Course ${Id}` : courseTitle({ Id, Title });
}

const plain = (text: string) => trimText(text).replaceAll(/\s+/g, ' ').normalize('NFC').toLowerCase();

/** Whether a text is the title of a course, case and blanks aside. */
export const isTitleOf = (course: Parameters<typeof courseTitle>[0], text: string): boolean =>
  plain(courseTitle(course)) === plain(text);
