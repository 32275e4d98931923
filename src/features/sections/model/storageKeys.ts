/** Under which name this browser keeps what belongs to a section, and to the order of a course. */
export const sectionKey = (sectionId: number) => `section:${sectionId}`;
export const orderKey = (courseId: number) => `order:${courseId}`;
export const newPrefix = 'new:';
